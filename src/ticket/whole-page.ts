/** A ticket's page with its whole history, for what is taken along or printed. */

import type { OwnPage, Viewer } from '../rules/page.ts';
import type { Instant } from '../rules/ticket.ts';
import { ticketOf } from './tickets.ts';

/**
 * Fetched part by part, because a whole history can be more than one answer of a ticket may hold. With `mostParts`, `older` says
 * where it goes on. null as of the ticket's `page`.
 */
export async function wholePage(env: Env, number: number, { viewer, at, mostParts }: { viewer: Viewer; at: Instant; mostParts?: number }): Promise<OwnPage | null> {
  const ticket = ticketOf(env, number);
  const newest = await ticket.page(viewer, at);
  if (newest === null) return null;
  const page = { ...newest, entries: [...newest.entries] };
  for (let parts = 1; page.older !== null && parts !== mostParts; parts += 1) {
    const next = await ticket.page(viewer, at, { kind: 'before', place: page.older });
    page.entries.push(...(next?.entries ?? []));
    page.older = next?.older ?? null;
  }
  return page;
}
