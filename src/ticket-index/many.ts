/** The tickets that one change of many is for, with the counts beside its page: one batch each. */

import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import type { TicketQuery } from '../rules/ticket-query.ts';
import { fits } from './conditions.ts';
import { asRow } from './list.ts';
import { tickets } from './schema.ts';
import { newestFirst, saysAll } from './sought.ts';
import type { TicketRow } from './ticket-row.ts';
import { countIn, selectTotal, soughtOf } from './total.ts';
import { readViewCounts, selectViewCounts, type Counting, type ViewCounts } from './view-counts.ts';
import { visibleTo } from './visible.ts';
import { ticketWords } from './word-tables.ts';

/** `total`: how many there are in all, of which `rows` may be some; null: more than are counted. */
export type Many = { rows: TicketRow[]; total: number | null; counts: ViewCounts };

/** Those of the numbers that the reader may see. */
export async function readNumbered(binding: D1Database, asked: Counting, numbers: number[]): Promise<Many> {
  const db = drizzle(binding);
  const these = sql`${tickets.number} in (select value from json_each(${JSON.stringify(numbers)}))`;
  const some = db.select().from(tickets).where(and(these, visibleTo(binding, asked.viewer))).orderBy(asc(tickets.number));
  const [rows, ...counts] = await db.batch([some, ...selectViewCounts(db, binding, asked)]);
  return { rows: rows.map(asRow), total: rows.length, counts: readViewCounts(counts, asked.kept) };
}

/** All that a query finds, up to `most`, last updated first; by words, newest first. */
export async function readWholeView(binding: D1Database, asked: Counting & { query: TicketQuery }, most: number): Promise<Many> {
  const db = drizzle(binding);
  const [rows, total, ...counts] = await db.batch([selectFitting(db, binding, asked, most), selectTotal(db, binding, asked), ...selectViewCounts(db, binding, asked)]);
  const { count, more } = countIn(total);
  return { rows: rows.map(({ ticket }) => asRow(ticket)), total: rows.length < most ? rows.length : more ? null : count, counts: readViewCounts(counts, asked.kept) };
}

function selectFitting(db: DrizzleD1Database, binding: D1Database, { query, viewer, facts }: Counting & { query: TicketQuery }, most: number) {
  const words = soughtOf(query);
  const where = and(fits(query, facts), visibleTo(binding, viewer));
  if (words.length === 0) return db.select({ ticket: tickets }).from(tickets).where(where).orderBy(desc(tickets.updatedAt)).limit(most);
  return db.select({ ticket: tickets }).from(ticketWords).crossJoin(tickets).where(and(saysAll(words), eq(tickets.number, ticketWords.rowid), where)).orderBy(newestFirst).limit(most);
}
