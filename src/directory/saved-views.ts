/** Agents' own views of the desk. */

import { and, asc, count, desc, eq, max, ne, notExists, or, sql, type SQL } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { moved, type Way } from '../rules/moved.ts';
import { savedViews } from './schema.ts';

/** `own`: the reader's; others are there because somebody shared them. */
export type SavedView = { id: number; name: string; query: string; sort: string; columns: string; shared: boolean; own: boolean };
export type NewView = Omit<SavedView, 'id' | 'own'>;

/** Most views that one person keeps, and that one person sees: all of their own, and what colleagues shared. */
const MOST_KEPT = 50;
const MOST_SHOWN = 200;

const inOrder = [asc(savedViews.place), asc(savedViews.name), asc(savedViews.id)];

/** For a batch: the person's own as they ordered them, then the shared ones by name. `readSavedViews` reads them. */
export function selectSavedViews(db: DrizzleD1Database, personId: number | SQL<number>) {
  return db.select().from(savedViews).where(or(eq(savedViews.personId, personId), eq(savedViews.shared, true))).orderBy(desc(sql`${savedViews.personId} = ${personId}`), sql`case when ${savedViews.personId} = ${personId} then ${savedViews.place} else 0 end`, asc(savedViews.name), asc(savedViews.id)).limit(MOST_SHOWN);
}

export function readSavedViews(rows: (typeof savedViews.$inferSelect)[], personId: number): SavedView[] {
  return rows.map(({ id, name, query, sort, columns, shared, personId: of }) => ({ id, name, query, sort, columns, shared, own: of === personId }));
}

/** Keeps the view, below the others; one of the same name becomes this one. Returns its id, or null where the person has too many. */
export async function saveView(binding: D1Database, personId: number, view: NewView, at: number): Promise<number | null> {
  const db = drizzle(binding);
  const [others] = await db.select({ total: count(), last: max(savedViews.place) }).from(savedViews).where(and(eq(savedViews.personId, personId), ne(savedViews.name, view.name)));
  if ((others?.total ?? 0) >= MOST_KEPT) return null;
  const [row] = await db
    .insert(savedViews)
    .values({ ...view, personId, createdAt: at, place: (others?.last ?? -1) + 1 })
    .onConflictDoUpdate({ target: [savedViews.personId, savedViews.name], set: view })
    .returning({ id: savedViews.id });
  return row?.id ?? null;
}

/** Another name, or shared or not. `taken`: another view of theirs has that name; `none`: there is none of theirs. */
export async function changeView(binding: D1Database, personId: number, id: number, to: Pick<NewView, 'name' | 'shared'>): Promise<'changed' | 'taken' | 'none'> {
  const db = drizzle(binding);
  const namesake = db.select({ id: savedViews.id }).from(savedViews).where(and(eq(savedViews.personId, personId), eq(savedViews.name, to.name), ne(savedViews.id, id)));
  const [taken, changed] = await db.batch([namesake, db.update(savedViews).set(to).where(and(eq(savedViews.id, id), eq(savedViews.personId, personId), notExists(namesake))).returning({ id: savedViews.id })]);
  if (changed.length > 0) return 'changed';
  return taken.length > 0 ? 'taken' : 'none';
}

/** False: there is none of theirs. */
export async function moveView(binding: D1Database, personId: number, id: number, way: Way): Promise<boolean> {
  const db = drizzle(binding);
  const own = (await db.select({ id: savedViews.id }).from(savedViews).where(eq(savedViews.personId, personId)).orderBy(...inOrder)).map((row) => row.id);
  const order = JSON.stringify(moved(own, id, way));
  await db.update(savedViews).set({ place: sql`(select key from json_each(${order}) where value = ${savedViews.id})` }).where(and(eq(savedViews.personId, personId), sql`${savedViews.id} in (select value from json_each(${order}))`));
  return own.includes(id);
}

/** Only its own person takes a view away. False: there is none of theirs. */
export async function removeView(binding: D1Database, personId: number, id: number): Promise<boolean> {
  const gone = await drizzle(binding).delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.personId, personId))).returning({ id: savedViews.id });
  return gone.length > 0;
}
