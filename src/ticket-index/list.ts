/** The lists of tickets: a requester's own, and the desk's views. */

import { and, count, desc, eq, exists, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { intake } from '../directory/schema.ts';
import type { Address, Status } from '../rules/ticket.ts';
import { ticketPeople, tickets } from './schema.ts';
import { ROWS_PER_PAGE, type Listed, type TicketRow, type View } from './ticket-row.ts';

const openStatuses: Status[] = ['new', 'open', 'waiting'];
const endedStatuses: Status[] = ['closed', 'rejected'];

/** One page of a view, last updated first. A page beyond the last is the last. */
export async function listTickets(binding: D1Database, view: View, page: number): Promise<Listed<TicketRow>> {
  const db = drizzle(binding);
  const where = filter(db, view);
  const rowsOf = (from: number) =>
    db
      .select()
      .from(tickets)
      .where(where)
      .orderBy(desc(tickets.updatedAt), desc(tickets.number))
      .limit(ROWS_PER_PAGE)
      .offset((from - 1) * ROWS_PER_PAGE);

  const [rows, counted] = await db.batch([rowsOf(page), db.select({ total: count() }).from(tickets).where(where)]);
  const total = counted[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / ROWS_PER_PAGE));
  if (page <= pages) return { rows: rows.map(asRow), page, pages, total };
  return { rows: (await rowsOf(pages)).map(asRow), page: pages, pages, total };
}

export type ViewCounts = { mine: number; nobody: number; open: number; closed: number; door: number };

/** How many tickets each view of the desk holds, and how many mails wait at the door. */
export async function countViews(binding: D1Database, owner: Address): Promise<ViewCounts> {
  const db = drizzle(binding);
  const countOf = (view: View) => db.select({ total: count() }).from(tickets).where(filter(db, view));
  const [mine, nobody, open, closed, door] = await db.batch([
    countOf({ kind: 'mine', owner }),
    countOf({ kind: 'nobody' }),
    countOf({ kind: 'open' }),
    countOf({ kind: 'closed' }),
    db.select({ total: count() }).from(intake).where(eq(intake.outcome, 'door')),
  ]);
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = [mine, nobody, open, closed, door].map((rows) => rows[0]?.total);
  return { mine: first, nobody: second, open: third, closed: fourth, door: fifth };
}

function filter(db: ReturnType<typeof drizzle>, view: View): SQL | undefined {
  switch (view.kind) {
    case 'own': {
      const own = and(eq(ticketPeople.number, tickets.number), eq(ticketPeople.address, view.address));
      return and(exists(db.select({ one: sql`1` }).from(ticketPeople).where(own)), inArray(tickets.status, view.closed ? endedStatuses : openStatuses));
    }
    case 'mine':
      return and(eq(tickets.owner, view.owner), inArray(tickets.status, openStatuses));
    case 'nobody':
      return and(isNull(tickets.owner), inArray(tickets.status, openStatuses));
    case 'open':
      return inArray(tickets.status, openStatuses);
    case 'closed':
      return inArray(tickets.status, endedStatuses);
  }
}

export function asRow(row: typeof tickets.$inferSelect): TicketRow {
  const { number, subject, status, queue, priority, finalPriority, createdAt, startsAt, dueAt, closedAt, updatedAt, lastContactAt } = row;
  return {
    number,
    subject,
    status,
    requester: row.requester === null ? null : { address: row.requester, name: row.requesterName },
    owner: row.owner === null ? null : { address: row.owner, name: row.ownerName },
    queue,
    priority,
    finalPriority,
    createdAt,
    startsAt,
    dueAt,
    closedAt,
    updatedAt,
    lastContactAt,
  };
}
