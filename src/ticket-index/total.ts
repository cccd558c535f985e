/** How many tickets a query finds, as far as it is worth counting. */

import { and, count, eq, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { Viewer } from '../rules/page.ts';
import type { TicketQuery } from '../rules/ticket-query.ts';
import { fits, impliedWords, type DeskFacts } from './conditions.ts';
import { tickets } from './schema.ts';
import { saysAll } from './sought.ts';
import { visibleTo } from './visible.ts';
import { ticketWords } from './word-tables.ts';

/** Rows that are counted one by one; hits of words cost more. */
const COUNTED = 10_000;
const HITS_COUNTED = 100;

/** `more`: there are more than were counted. */
export type Total = { count: number; more: boolean };

/** `most` is the number beyond which nothing was counted. */
export function selectTotal(db: DrizzleD1Database, binding: D1Database, { query, viewer, facts }: { query: TicketQuery; viewer: Viewer; facts: DeskFacts }) {
  const words = soughtOf(query);
  const where = and(fits(query, facts), visibleTo(binding, viewer));
  if (words.length === 0) {
    const some = db.select({ number: tickets.number }).from(tickets).where(where).limit(COUNTED + 1).as('some');
    return db.select({ total: count(), most: sql<number>`${COUNTED}` }).from(some);
  }
  const hits = db.select({ number: tickets.number }).from(ticketWords).crossJoin(tickets).where(and(saysAll(words), eq(tickets.number, ticketWords.rowid), where)).limit(HITS_COUNTED + 1).as('hits');
  return db.select({ total: count(), most: sql<number>`${HITS_COUNTED}` }).from(hits);
}

export function countIn(rows: { total: number; most?: number }[]): Total {
  const { total = 0, most = COUNTED } = rows[0] ?? {};
  return { count: Math.min(total, most), more: total > most };
}

/** What has to be said on a ticket: the words themselves, and those that a filter brings along. */
export function soughtOf(query: TicketQuery): string[] {
  return [...new Set([...query.words, ...impliedWords(query)])];
}
