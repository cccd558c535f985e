/** The tickets that one change is for. */

import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Viewer } from '../rules/page.ts';
import type { TicketQuery } from '../rules/ticket-query.ts';
import { fits, type DeskFacts } from './conditions.ts';
import { asRow } from './list.ts';
import { tickets } from './schema.ts';
import { newestFirst, saysAll } from './sought.ts';
import type { TicketRow } from './ticket-row.ts';
import { soughtOf } from './total.ts';
import { visibleTo } from './visible.ts';
import { ticketWords } from './word-tables.ts';

/** Those of the numbers that the reader may see. */
export async function ticketsNumbered(binding: D1Database, viewer: Viewer, numbers: number[]): Promise<TicketRow[]> {
  const these = sql`${tickets.number} in (select value from json_each(${JSON.stringify(numbers)}))`;
  return (await drizzle(binding).select().from(tickets).where(and(these, visibleTo(binding, viewer))).orderBy(asc(tickets.number))).map(asRow);
}

/** All that a query finds, up to `most`, last updated first; by words, newest first. */
export async function ticketsOfQuery(binding: D1Database, asked: { query: TicketQuery; viewer: Viewer; facts: DeskFacts }, most: number): Promise<TicketRow[]> {
  const { query, viewer, facts } = asked;
  const db = drizzle(binding);
  const words = soughtOf(query);
  const where = and(fits(query, facts), visibleTo(binding, viewer));
  if (words.length === 0) return (await db.select().from(tickets).where(where).orderBy(desc(tickets.updatedAt)).limit(most)).map(asRow);
  const hits = await db.select({ ticket: tickets }).from(ticketWords).crossJoin(tickets).where(and(saysAll(words), eq(tickets.number, ticketWords.rowid), where)).orderBy(newestFirst).limit(most);
  return hits.map(({ ticket }) => asRow(ticket));
}
