/** Rows of the index that are to be written anew, because they may be wrong. */

import { inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { saidInside, saidOutside, ticketLabels, ticketPeople, tickets, troubledLetters } from './schema.ts';
import { ticketWords } from './word-tables.ts';

/** A version that is older than any. */
const OUTDATED = -1;

/** Whatever these tickets tell next replaces their rows. Until then lists show what they showed. */
export async function outdate(binding: D1Database, numbers: number[]): Promise<void> {
  const db = drizzle(binding);
  const these = sql`(select value from json_each(${JSON.stringify(numbers)}))`;
  await db.batch([
    db.update(tickets).set({ version: OUTDATED }).where(sql`${tickets.number} in ${these}`),
    db.update(troubledLetters).set({ changedAt: OUTDATED }).where(sql`${troubledLetters.number} in ${these}`),
  ]);
}

/** The index loses these tickets: there are none. At most 90, as each is a parameter. */
export async function forgetTickets(binding: D1Database, numbers: number[]): Promise<void> {
  const db = drizzle(binding);
  await db.batch([
    db.delete(tickets).where(inArray(tickets.number, numbers)),
    db.delete(ticketPeople).where(inArray(ticketPeople.number, numbers)),
    db.delete(ticketLabels).where(inArray(ticketLabels.number, numbers)),
    db.delete(saidOutside).where(inArray(saidOutside.number, numbers)),
    db.delete(saidInside).where(inArray(saidInside.number, numbers)),
    db.delete(troubledLetters).where(inArray(troubledLetters.number, numbers)),
    db.delete(ticketWords).where(inArray(ticketWords.rowid, numbers)),
  ]);
}

/** How many rows still wait for their ticket. */
export async function countOutdated(binding: D1Database): Promise<number> {
  return drizzle(binding).$count(tickets, sql`${tickets.version} = ${OUTDATED}`);
}
