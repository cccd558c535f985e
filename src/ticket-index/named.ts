/** Tickets by their numbers. */

import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { DigestTicket } from '../rules/digest.ts';
import { tickets } from './schema.ts';

/** Those of them that the index knows, as it knows them. */
export async function ticketsNumbered(binding: D1Database, numbers: number[]): Promise<DigestTicket[]> {
  const { number, subject, queue, status, owner, dueAt, closedAt } = tickets;
  const these = sql`${number} in (select value from json_each(${JSON.stringify([...new Set(numbers)])}))`;
  return drizzle(binding).select({ number, subject, queue, status, owner, dueAt, closedAt }).from(tickets).where(these);
}
