/** The canned answers of the desk. */

import { asc, eq } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import type { Canned } from '../rules/canned.ts';
import { canned } from './schema.ts';

/** More than anybody finds again. */
export const MOST_CANNED = 500;

export async function readCanned(binding: D1Database): Promise<Canned[]> {
  return selectCanned(drizzle(binding));
}

/** As a query, for a batch. */
export function selectCanned(db: DrizzleD1Database) {
  return db.select().from(canned).orderBy(asc(canned.shortcut)).limit(MOST_CANNED);
}

/** False: another one has this shortcut. */
export async function makeCanned(binding: D1Database, made: Omit<Canned, 'id'>): Promise<boolean> {
  const rows = await drizzle(binding).insert(canned).values(made).onConflictDoNothing().returning({ id: canned.id });
  return rows.length > 0;
}

/** False: another one has this shortcut. */
export async function changeCanned(binding: D1Database, { id, ...changed }: Canned): Promise<boolean> {
  const others = await drizzle(binding).select({ id: canned.id }).from(canned).where(eq(canned.shortcut, changed.shortcut));
  if (others.some((other) => other.id !== id)) return false;
  await drizzle(binding).update(canned).set(changed).where(eq(canned.id, id));
  return true;
}

export async function dropCanned(binding: D1Database, id: number): Promise<void> {
  await drizzle(binding).delete(canned).where(eq(canned.id, id));
}
