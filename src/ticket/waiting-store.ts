import { eq } from 'drizzle-orm';
import type { Instant } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** Until when the ticket waits, or null. One that became part of another does not: its status is closed there. */
export function readWaitingUntil(db: Database): Instant | null {
  return selectWaiting(db, (query) => query.get())?.until ?? null;
}

const selectWaiting = prepared((db) => db.select({ until: schema.ticket.waitingUntil }).from(schema.ticket).where(eq(schema.ticket.status, 'waiting')));
