/** Which tickets Message-IDs belong to: a reply without tag and key still finds its ticket (T08). */

import { inArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { messageIds } from './schema.ts';

/** Most ids looked at, newest first: one bound parameter each, and D1 takes 100. */
const MOST_LOOKED_UP = 90;

/** Ticket numbers named by these Message-IDs (oldest first, as in References), the newest reference's ticket first. */
export async function ticketsNamedBy(binding: D1Database, references: string[]): Promise<number[]> {
  const newestFirst = references.toReversed().slice(0, MOST_LOOKED_UP);
  if (newestFirst.length === 0) return [];
  const rows = await drizzle(binding).select().from(messageIds).where(inArray(messageIds.messageId, newestFirst)).limit(MOST_LOOKED_UP);
  rows.sort((one, other) => newestFirst.indexOf(one.messageId) - newestFirst.indexOf(other.messageId));
  return [...new Set(rows.map((row) => row.number))];
}
