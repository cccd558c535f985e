/** How many tickets each view of the desk holds for its reader, and how many mails wait at the door, and how many letters are in trouble. */

import { and, count, sql } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { countAtDoor } from '../directory/intake.ts';
import type { SavedView } from '../directory/saved-views.ts';
import { deskViews, queryOf, type DeskView } from '../rules/desk-views.ts';
import type { Viewer } from '../rules/page.ts';
import { fits, type DeskFacts, type KeptView } from './conditions.ts';
import { endedCounts, tickets } from './schema.ts';
import { countIn, selectTotal, type Total } from './total.ts';
import { countTroubled } from './troubled-letters.ts';
import { visibleTo, workedOnBy } from './visible.ts';

/** `total` null: it is not counted, because it is behind the first ones. */
export type SavedCount = { view: SavedView; total: Total | null };
export type ViewCounts = Record<DeskView | 'door' | 'letters', number> & { saved: SavedCount[] };

/** Each count may read thousands of rows, at each page of the desk; the views behind these are names alone. */
export const MOST_COUNTED = 20;

export type Counting = { viewer: Viewer; facts: DeskFacts; kept: KeptView[] };

export async function countViews(binding: D1Database, asked: Counting): Promise<ViewCounts> {
  const [first, ...rest] = selectViewCounts(drizzle(binding), binding, asked);
  return readViewCounts(first === undefined ? [] : await drizzle(binding).batch([first, ...rest]), asked.kept);
}

/** For a batch, in the order of `deskViews`, then the door and letters in trouble, then the first of the reader's own views. Open tickets are counted one by one, for they are few; those that are over are counted as they end. */
export function selectViewCounts(db: DrizzleD1Database, binding: D1Database, { viewer, facts, kept }: Counting) {
  const countOf = (view: DeskView) => db.select({ total: count() }).from(tickets).where(and(fits(queryOf(view), facts), visibleTo(binding, viewer)));
  const ended = db.select({ total: sql<number>`coalesce(sum(${endedCounts.total}), 0)` }).from(endedCounts).where(workedOnBy(viewer, endedCounts.queue));
  return [...deskViews.map((view) => (view === 'closed' ? ended : countOf(view))), countAtDoor(db, viewer), countTroubled(db, viewer), ...kept.slice(0, MOST_COUNTED).map(({ query }) => selectTotal(db, binding, { query, viewer, facts }))];
}

export function readViewCounts(counted: { total: number; most?: number }[][], kept: KeptView[]): ViewCounts {
  const [mine = 0, nobody = 0, open = 0, waiting = 0, due = 0, closed = 0, door = 0, letters = 0] = counted.map((rows) => rows[0]?.total);
  const saved = kept.map(({ view }, at) => ({ view, total: at < MOST_COUNTED ? countIn(counted[deskViews.length + 2 + at] ?? []) : null }));
  return { mine, nobody, open, waiting, due, closed, door, letters, saved };
}
