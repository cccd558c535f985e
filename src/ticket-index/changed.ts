/** Which tickets changed, in the order in which they did. */

import { and, asc, eq, gt, gte, isNull, or, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../rules/ticket.ts';
import { everOn, readdressings } from '../directory/schema.ts';
import { tickets } from './schema.ts';

export type ChangePlace = { updatedAt: Instant; number: number };

/** The next ones. One that changes meanwhile comes again, later. */
export async function changedSince(binding: D1Database, { updatedAt, number }: ChangePlace, most: number): Promise<ChangePlace[]> {
  return drizzle(binding)
    .select({ updatedAt: tickets.updatedAt, number: tickets.number })
    .from(tickets)
    .where(sql`(${tickets.updatedAt}, ${tickets.number}) > (${updatedAt}, ${number})`)
    .orderBy(asc(tickets.updatedAt), asc(tickets.number))
    .limit(most);
}

/** The next tickets behind this number on which an address became another since then: that is no change by which they rise in lists. */
export async function readdressedSince(binding: D1Database, since: Instant, asked: { after: number; most: number }): Promise<number[]> {
  const isRecent = or(isNull(readdressings.doneAt), gte(readdressings.doneAt, since));
  const rows = await drizzle(binding)
    .selectDistinct({ number: everOn.number })
    .from(everOn)
    .innerJoin(readdressings, eq(readdressings.to, everOn.address))
    .where(and(isRecent, gt(everOn.number, asked.after)))
    .orderBy(asc(everOn.number))
    .limit(asked.most);
  return rows.map((row) => row.number);
}
