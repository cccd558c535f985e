/** What a ticket has said of its being overdue. */

import { desc, sql } from 'drizzle-orm';
import { overdueFrom } from '../rules/overdue.ts';
import type { Instant } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** The *due* of which it was told last that it is past; null: of none. */
export function readOverdueTold(db: Database): Instant | null {
  const last = selectTold(db, (query) => query.get())?.fact;
  return last?.kind === 'overdue' ? last.dueAt : null;
}

const selectTold = prepared((db) => {
  const { seq, fact } = schema.events;
  return db.select({ fact }).from(schema.events).where(sql`${fact} ->> 'kind' = 'overdue'`).orderBy(desc(seq)).limit(1);
});

/** When the ticket has to tell that it is overdue; null: not as it stands. */
export function nextOverdue(db: Database): Instant | null {
  const ticket = selectStanding(db, (query) => query.get());
  return ticket === undefined ? null : overdueFrom(ticket, readOverdueTold(db));
}

const selectStanding = prepared((db) => {
  const { status, dueAt, closedAt, mergedInto } = schema.ticket;
  return db.select({ status, dueAt, closedAt, mergedInto }).from(schema.ticket);
});
