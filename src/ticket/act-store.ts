import { and, desc, eq } from 'drizzle-orm';
import type { Address, Instant, TicketEvent } from '../rules/ticket.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** What somebody did at that instant, newest first: the events of one command. */
export function readAct(db: Database, by: Address, at: Instant): TicketEvent[] {
  const rows = db.select().from(schema.events).where(and(eq(schema.events.at, at), eq(schema.events.by, by))).orderBy(desc(schema.events.seq)).all();
  return rows.map(({ by: address, byName, ...event }) => ({ ...event, by: address === null ? null : { address, name: byName } }));
}
