import type { Context } from 'hono';
import { findIntakeFor, type IntakeRow } from '../../directory/intake.ts';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';

/** The mail in the address; null if there is none, or if it is on a ticket: there it is seen as the ticket shows it, which may have taken something out of it. */
export async function askedMail(c: Context<PortalEnv>): Promise<IntakeRow | null> {
  const row = await findIntakeFor(c.env.DB, c.req.param('key') ?? '', viewerOf(c));
  return row === null || row.article !== null ? null : row;
}
