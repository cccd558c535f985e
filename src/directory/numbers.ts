/** Ticket numbers. */

import { asc, eq, gt, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { numbers } from './schema.ts';

/**
 * The ticket number of this claim: a fresh one the first time, the same one whenever it is asked again (SO03). `claim` is an
 * intake key or the key of a portal form. Numbers rise from `first`.
 */
export async function claimNumber(binding: D1Database, claim: string, first: number): Promise<number> {
  const row = await drizzle(binding).get<{ number: number }>(sql`
    insert into ${numbers} (number, claimed_by)
    select max(coalesce(max(${numbers.number}), 0) + 1, ${first}), ${claim} from ${numbers} where true
    on conflict (claimed_by) do update set claimed_by = excluded.claimed_by
    returning number`);
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
