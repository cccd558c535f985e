/** Open tickets whose owner does not work on them (any more): a queue was taken from them, or their role, or their account is disabled. */

import { and, asc, count, eq, isNull, notInArray } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { isStaff, type AccountRole, type Address, type Instant } from '../rules/ticket.ts';
import { tickets } from './schema.ts';

export type LeftBehind = { rows: { number: number; subject: string }[]; total: number };

const MOST_SHOWN = 20;

/** The longest due first. `queues` null: all. */
export async function leftBehind(binding: D1Database, { address, role, queues, disabledAt }: { address: Address; role: AccountRole; queues: number[] | null; disabledAt: Instant | null }): Promise<LeftBehind> {
  const works = isStaff(role) && disabledAt === null;
  if (works && (role === 'admin' || queues === null)) return { rows: [], total: 0 };
  const db = drizzle(binding);
  const where = and(eq(tickets.owner, address), isNull(tickets.closedAt), works && queues !== null ? notInArray(tickets.queue, queues) : undefined);
  const [rows, counted] = await db.batch([
    db.select({ number: tickets.number, subject: tickets.subject }).from(tickets).where(where).orderBy(asc(tickets.dueAt)).limit(MOST_SHOWN),
    db.select({ total: count() }).from(tickets).where(where),
  ]);
  return { rows, total: counted[0]?.total ?? 0 };
}
