/** The journal of changes of many tickets: what was asked, of which tickets, and what became of it on each. */

import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { bulkChanges, bulkRows } from './schema.ts';

/** `act`, `value`: as `readAct` reads them. `at`: the instant of all its commands. */
export type BulkChange = { id: number; act: string; value: string; at: number; undoneAt: number | null };

/** `outcome`: `done`, or the refusal; null: not tried yet. `undone` likewise, of undoing. */
export type BulkRow = { number: number; outcome: string | null; undone: string | null };

export async function beginBulk(binding: D1Database, asked: { personId: number; act: string; value: string; numbers: number[] }, at: number): Promise<number> {
  const db = drizzle(binding);
  const { numbers, ...bulk } = asked;
  const [row] = await db.insert(bulkChanges).values({ ...bulk, at }).returning({ id: bulkChanges.id });
  if (row === undefined) throw new Error('A change of many tickets was not kept');
  await db.insert(bulkRows).select(sql`select ${row.id}, value, null, null from json_each(${JSON.stringify(numbers)}) where true`).onConflictDoNothing();
  return row.id;
}

export type FoundBulk = { bulk: BulkChange; rows: BulkRow[] };

export async function findBulk(binding: D1Database, of: { personId: number; id: number }): Promise<FoundBulk | null> {
  const db = drizzle(binding);
  return bulkIn(...(await db.batch(selectBulk(db, of))));
}

/** For a batch; `bulkIn` reads it. Only whoever asked for the change sees it. */
export function selectBulk(db: DrizzleD1Database, { personId, id }: { personId: number; id: number }) {
  const bulk = db.select().from(bulkChanges).where(and(eq(bulkChanges.id, id), eq(bulkChanges.personId, personId)));
  const rows = db.select({ number: bulkRows.number, outcome: bulkRows.outcome, undone: bulkRows.undone }).from(bulkRows).where(eq(bulkRows.bulk, id)).orderBy(asc(bulkRows.number));
  return [bulk, rows] as const;
}

export function bulkIn([bulk]: BulkChange[], rows: BulkRow[]): FoundBulk | null {
  return bulk === undefined ? null : { bulk, rows };
}

/** What became of some of its tickets. */
export async function noteBulk(binding: D1Database, id: number, of: 'outcome' | 'undone', became: { number: number; how: string }[]): Promise<void> {
  const db = drizzle(binding);
  const json = JSON.stringify(became);
  const how: SQL<string> = sql`(select value ->> 'how' from json_each(${json}) where value ->> 'number' = ${bulkRows.number})`;
  await db.update(bulkRows).set({ [of]: how }).where(and(eq(bulkRows.bulk, id), sql`${bulkRows.number} in (select value ->> 'number' from json_each(${json}))`));
}

export async function beginUndo(binding: D1Database, id: number, at: number): Promise<void> {
  await drizzle(binding).update(bulkChanges).set({ undoneAt: at }).where(and(eq(bulkChanges.id, id), isNull(bulkChanges.undoneAt)));
}
