/** Ticket numbers. */

import { asc, eq, gt, sql, type Placeholder } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { numbers } from './schema.ts';

/**
 * The ticket number of this claim: a fresh one the first time, the same one whenever it is asked again (SO03). `claim` is an
 * intake key or the key of a portal form. Numbers rise from `first`.
 */
export async function claimNumber(binding: D1Database, claim: string, first: number): Promise<number> {
  return numberIn(await insertNumber(drizzle(binding), { claim, first }));
}

/** The same for a batch, read by `numberIn`; no row unless it is `wanted`. Columns in the order of the schema: drizzle names them all. */
export function insertNumber(db: DrizzleD1Database, { claim, first }: { claim: string | Placeholder; first: number | Placeholder }, wanted = sql`true`) {
  return db
    .insert(numbers)
    .select(sql`select max(coalesce((select max(${numbers.number}) from ${numbers}), 0) + 1, ${first}), ${claim} where ${wanted}`)
    .onConflictDoUpdate({ target: numbers.claimedBy, set: { claimedBy: sql`excluded.claimed_by` } })
    .returning({ number: numbers.number });
}

export function numberIn([row]: { number: number }[]): number {
  if (row === undefined) throw new Error('The number was not written');
  return row.number;
}

/** The number that was claimed so, or null. Whether its ticket was opened too only the ticket knows. */
export async function numberClaimedBy(binding: D1Database, claim: string): Promise<number | null> {
  const row = await drizzle(binding).select({ number: numbers.number }).from(numbers).where(eq(numbers.claimedBy, claim)).get();
  return row?.number ?? null;
}

/** Whether a ticket may have this number. Asked before an object is touched, because naming one makes it. */
export async function isClaimed(binding: D1Database, number: number): Promise<boolean> {
  const rows = await drizzle(binding).select({ number: numbers.number }).from(numbers).where(eq(numbers.number, number));
  return rows.length > 0;
}

/** The next numbers after this one that may have a ticket. */
export async function numbersAfter(binding: D1Database, after: number, most: number): Promise<number[]> {
  const rows = await drizzle(binding).select({ number: numbers.number }).from(numbers).where(gt(numbers.number, after)).orderBy(asc(numbers.number)).limit(most);
  return rows.map((row) => row.number);
}
