/** What names in a query are compared with, and the reader's views, in one batch. */

import type { Context } from 'hono';
import { drizzle } from 'drizzle-orm/d1';
import { selectStaff } from '../../directory/people.ts';
import { asQueue, selectQueues } from '../../directory/queues.ts';
import { readSavedViews, selectSavedViews } from '../../directory/saved-views.ts';
import { readQuery } from '../../rules/ticket-query.ts';
import type { DeskFacts, KeptView } from '../../ticket-index/conditions.ts';
import { countViews, type ViewCounts } from '../../ticket-index/view-counts.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, signedIn, viewerOf } from '../reader.ts';

export async function readDeskFacts(c: Context<PortalEnv>): Promise<{ facts: DeskFacts; kept: KeptView[] }> {
  const db = drizzle(c.env.DB);
  const { id, address } = signedIn(c);
  const [queues, staff, saved] = await db.batch([selectQueues(db), selectStaff(db), selectSavedViews(db, id)]);
  const { settings, at } = c.var;
  const kept = readSavedViews(saved, id).map((view) => ({ view, query: readQuery(view.query, clockOf(c)) }));
  return { facts: { queues: queues.map((row) => asQueue(row, settings, at)), staff, me: address, at }, kept };
}

/** The counts beside a page of the desk that is no list. */
export async function viewCounts(c: Context<PortalEnv>): Promise<ViewCounts> {
  return countViews(c.env.DB, { viewer: viewerOf(c), ...(await readDeskFacts(c)) });
}
