import { and, desc, eq } from 'drizzle-orm';
import type { Address, Instant, TicketEvent } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** What somebody did at that instant, newest first: the events of one command. */
export function readAct(db: Database, by: Address, at: Instant): TicketEvent[] {
  const rows = db.select().from(schema.events).where(and(eq(schema.events.at, at), eq(schema.events.by, by))).orderBy(desc(schema.events.seq)).all();
  return rows.map(({ by: address, byName, ...event }) => ({ ...event, by: address === null ? null : { address, name: byName } }));
}

/** What somebody did last, if nobody did anything on the ticket since; else nothing. */
export function readLastAct(db: Database, by: Address): TicketEvent[] {
  const last = lastEvent(db, (query) => query.get());
  return last?.by === by ? readAct(db, by, last.at) : [];
}

const lastEvent = prepared((db) => db.select({ at: schema.events.at, by: schema.events.by }).from(schema.events).orderBy(desc(schema.events.seq)).limit(1));
