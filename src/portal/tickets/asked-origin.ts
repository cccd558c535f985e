import type { Context } from 'hono';
import { isStaff } from '../../rules/ticket.ts';
import type { Origin } from '../../ticket/side-tickets.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, viewerOf } from '../reader.ts';
import { askedArticle } from './asked-article.ts';
import { unlessMayChange } from './command.ts';

/** The text in the address, for an agent who makes another ticket of it, with the ticket's subject; else the page that says no. */
export async function askedOrigin(c: Context<PortalEnv>): Promise<{ origin: Origin; subject: string } | { no: Response | Promise<Response> }> {
  const no = await unlessMayChange(c);
  if (no !== null) return { no };
  const asked = await askedArticle(c);
  const page = asked === null ? null : await ticketOf(c.env, asked.number).page(viewerOf(c), c.var.at);
  if (asked === null || page === null || !isStaff(actorOf(c).role)) return { no: errorPage(c, 'notFound') };
  const { fields, authenticated } = page;
  return { origin: { ...asked, queue: fields.queue, authenticated, by: actorOf(c) }, subject: fields.subject };
}
