/** `GET /tickets/N/live`, `/live`: the socket over which a page learns that it is no longer up to date. */

import type { Context } from 'hono';
import { deskOf } from '../live/desk-object.ts';
import { socketRequest } from '../live/watching.ts';
import { ticketOf } from '../ticket/tickets.ts';
import { errorPage } from './errors.tsx';
import type { PortalEnv } from './portal-env.ts';
import { signedIn, viewerOf } from './reader.ts';
import { isFromHere } from './same-origin.ts';
import { askedNumber } from './tickets/asked-number.ts';

export async function watchOneTicket(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const standing = number === null ? null : await ticketOf(c.env, number).standingFor(viewerOf(c));
  return standing === null ? errorPage(c, 'notFound') : socketTo(c, ticketOf(c.env, standing.number));
}

export async function watchLists(c: Context<PortalEnv>) {
  return socketTo(c, deskOf(c.env));
}

/** No other site may open one in its visitor's name: a socket is no form, so it is asked here. */
async function socketTo(c: Context<PortalEnv>, object: { fetch: (request: Request) => Promise<Response> }) {
  const { session } = c.var;
  if (c.req.header('Upgrade')?.toLowerCase() !== 'websocket') return c.body(null, 426, { Upgrade: 'websocket' });
  if (session === null || !isFromHere(c)) return errorPage(c, 'otherSite');
  const { address, name } = signedIn(c);
  return object.fetch(socketRequest({ session: session.id, viewer: viewerOf(c), name: name || address, stamp: '', writing: false }));
}
