/** How many tickets each view of the desk holds for its reader, and how many mails wait at the door. */

import { and, count, sql } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { countAtDoor } from '../directory/intake.ts';
import { deskViews, queryOf, type DeskView } from '../rules/desk-views.ts';
import type { Viewer } from '../rules/page.ts';
import { fits, type DeskFacts } from './conditions.ts';
import { endedCounts, tickets } from './schema.ts';
import { visibleTo, workedOnBy } from './visible.ts';

export type ViewCounts = Record<DeskView | 'door', number>;

export async function countViews(binding: D1Database, asked: { viewer: Viewer; facts: DeskFacts }): Promise<ViewCounts> {
  const [first, ...rest] = selectViewCounts(drizzle(binding), binding, asked);
  return readViewCounts(first === undefined ? [] : await drizzle(binding).batch([first, ...rest]));
}

/** For a batch, in the order of `deskViews`, the door last. Open tickets are counted one by one, for they are few; those that are over are counted as they end. */
export function selectViewCounts(db: DrizzleD1Database, binding: D1Database, { viewer, facts }: { viewer: Viewer; facts: DeskFacts }) {
  const countOf = (view: DeskView) => db.select({ total: count() }).from(tickets).where(and(fits(queryOf(view), facts), visibleTo(binding, viewer)));
  const ended = db.select({ total: sql<number>`coalesce(sum(${endedCounts.total}), 0)` }).from(endedCounts).where(workedOnBy(viewer, endedCounts.queue));
  return [...deskViews.map((view) => (view === 'closed' ? ended : countOf(view))), countAtDoor(db, viewer)];
}

export function readViewCounts(counted: { total: number }[][]): ViewCounts {
  const [mine = 0, nobody = 0, open = 0, waiting = 0, due = 0, closed = 0, door = 0] = counted.map((rows) => rows[0]?.total);
  return { mine, nobody, open, waiting, due, closed, door };
}
