/** What names in a query are compared with, and the reader's views. */

import type { Context } from 'hono';
import { asQueue } from '../../directory/queues.ts';
import { readSavedViews } from '../../directory/saved-views.ts';
import type { DeskView } from '../../rules/desk-views.ts';
import { readQuery } from '../../rules/ticket-query.ts';
import type { DeskFacts, KeptView } from '../../ticket-index/conditions.ts';
import { countViews, type ViewCounts } from '../../ticket-index/view-counts.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, signedIn, viewerOf } from '../reader.ts';

/** `chosen`: the columns of the desk's own views, as the reader wants them. */
export type OfDesk = { facts: DeskFacts; kept: KeptView[]; chosen: Map<DeskView, string> };

/** They came with the session, so that a list costs one batch beside it. */
export function deskFacts(c: Context<PortalEnv>): OfDesk {
  const { settings, at, deskRows } = c.var;
  if (deskRows === null) throw new Error('This page is not below /desk');
  const { id, address } = signedIn(c);
  const kept = readSavedViews(deskRows.saved, id).map((view) => ({ view, query: readQuery(view.query, clockOf(c)) }));
  return { facts: { queues: deskRows.queues.map((row) => asQueue(row, settings, at)), staff: deskRows.staff, me: address, at }, kept, chosen: new Map(deskRows.columns.map(({ view, columns }) => [view, columns])) };
}

/** The counts beside a page of the desk that is no list. */
export async function viewCounts(c: Context<PortalEnv>): Promise<ViewCounts> {
  return countViews(c.env.DB, { viewer: viewerOf(c), ...deskFacts(c) });
}
