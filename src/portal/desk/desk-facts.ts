/** What names in a query are compared with: queues and staff, in one batch. */

import type { Context } from 'hono';
import { drizzle } from 'drizzle-orm/d1';
import { selectStaff } from '../../directory/people.ts';
import { asQueue, selectQueues } from '../../directory/queues.ts';
import type { DeskFacts } from '../../ticket-index/conditions.ts';
import { countViews, type ViewCounts } from '../../ticket-index/view-counts.ts';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn, viewerOf } from '../reader.ts';

export async function readDeskFacts(c: Context<PortalEnv>): Promise<DeskFacts> {
  const db = drizzle(c.env.DB);
  const [queues, staff] = await db.batch([selectQueues(db), selectStaff(db)]);
  const { settings, at } = c.var;
  return { queues: queues.map((row) => asQueue(row, settings, at)), staff, me: signedIn(c).address, at };
}

/** The counts beside a page of the desk that is no list. */
export async function viewCounts(c: Context<PortalEnv>): Promise<ViewCounts> {
  return countViews(c.env.DB, { viewer: viewerOf(c), facts: await readDeskFacts(c) });
}
