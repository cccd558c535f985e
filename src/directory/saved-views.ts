/** Agents' own views of the desk. */

import { and, asc, count, eq, or, type SQL } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { savedViews } from './schema.ts';

/** `own`: the reader's; others are there because somebody shared them. */
export type SavedView = { id: number; name: string; query: string; sort: string; columns: string; shared: boolean; own: boolean };
export type NewView = Omit<SavedView, 'id' | 'own'>;

/** Most views that one person sees at once, each with a count, and that one person keeps. */
export const MOST_SHOWN = 20;
const MOST_KEPT = 50;

/** For a batch: the person's own and the shared ones, by name. `readSavedViews` reads them. */
export function selectSavedViews(db: DrizzleD1Database, personId: number | SQL<number>) {
  return db.select().from(savedViews).where(or(eq(savedViews.personId, personId), eq(savedViews.shared, true))).orderBy(asc(savedViews.name), asc(savedViews.id)).limit(MOST_SHOWN);
}

export function readSavedViews(rows: (typeof savedViews.$inferSelect)[], personId: number): SavedView[] {
  return rows.map(({ id, name, query, sort, columns, shared, personId: of }) => ({ id, name, query, sort, columns, shared, own: of === personId }));
}

/** Keeps the view; one of the same name becomes this one. Returns its id, or null where the person has too many. */
export async function saveView(binding: D1Database, personId: number, view: NewView, at: number): Promise<number | null> {
  const db = drizzle(binding);
  const [own] = await db.select({ total: count() }).from(savedViews).where(eq(savedViews.personId, personId));
  if ((own?.total ?? 0) >= MOST_KEPT) return null;
  const [row] = await db
    .insert(savedViews)
    .values({ ...view, personId, createdAt: at })
    .onConflictDoUpdate({ target: [savedViews.personId, savedViews.name], set: view })
    .returning({ id: savedViews.id });
  return row?.id ?? null;
}

/** Only its own person takes a view away. False: there is none of theirs. */
export async function removeView(binding: D1Database, personId: number, id: number): Promise<boolean> {
  const gone = await drizzle(binding).delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.personId, personId))).returning({ id: savedViews.id });
  return gone.length > 0;
}
