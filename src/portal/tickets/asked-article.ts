import type { Context } from 'hono';
import type { OpenedArticle } from '../../rules/read-again.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';

/** The article in the address; null if there is none or its reader may not read it. */
export async function askedArticle(c: Context<PortalEnv>): Promise<{ number: number; article: OpenedArticle } | null> {
  const number = askedNumber(c);
  const id = Number(c.req.param('id'));
  if (number === null || !Number.isSafeInteger(id)) return null;
  const article = await ticketOf(c.env, number).article(id, viewerOf(c));
  return article === null ? null : { number, article };
}
