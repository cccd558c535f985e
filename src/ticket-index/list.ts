/** The lists of a requester's own tickets, and of their organisation's. */

import { and, count, desc, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Viewer } from '../rules/page.ts';
import { tickets } from './schema.ts';
import { ROWS_PER_PAGE, type Listed, type TicketRow } from './ticket-row.ts';
import { isOn, ofOrganisation } from './visible.ts';

/** `whose`: the tickets that somebody is on, or those of their organisation. */
export type OwnList = { whose: 'mine' | 'organisation'; closed: boolean; page: number };

/** One page, last updated first. A page beyond the last is the last. */
export async function listOwn(binding: D1Database, viewer: Viewer, { whose, closed, page }: OwnList): Promise<Listed<TicketRow>> {
  const db = drizzle(binding);
  const where = and(whose === 'mine' ? isOn(binding, viewer) : (ofOrganisation(viewer) ?? sql`false`), closed ? sql`${tickets.closedAt} is not null` : sql`${tickets.closedAt} is null`);
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

export function asRow(row: typeof tickets.$inferSelect): TicketRow {
  const { number, subject, status, queue, priority, finalPriority, createdAt, startsAt, dueAt, closedAt, waitingUntil, updatedAt, lastContactAt, labels, minutesSpent } = row;
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
    waitingUntil,
    updatedAt,
    lastContactAt,
    labels,
    minutesSpent,
  };
}
