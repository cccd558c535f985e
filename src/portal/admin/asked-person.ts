import type { Context } from 'hono';
import { findPerson, type DirectoryPerson } from '../../directory/people.ts';
import type { PortalEnv } from '../portal-env.ts';

/** The person in the address; null if there is none. */
export async function askedPerson(c: Context<PortalEnv>): Promise<DirectoryPerson | null> {
  const asked = c.req.param('id') ?? '';
  return /^[1-9]\d{0,14}$/.test(asked) ? findPerson(c.env.DB, Number(asked)) : null;
}
