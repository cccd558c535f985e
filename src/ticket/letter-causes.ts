/** What a letter was caused by, and what follows from that for the letter. */

import { eq, sql } from 'drizzle-orm';
import type { HeldFacts } from '../outbox/letter-facts.ts';
import type { Address, Fact, Person } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import type { DueLetter } from './outbox-store.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** Who caused it; null: the desk itself. */
export function causeOf(db: Database, seq: number): Person | null {
  const event = db.select().from(schema.events).where(eq(schema.events.seq, seq)).get();
  return event === undefined || event.by === null ? null : { address: event.by, name: event.byName };
}

/** Whether its reader gets this one letter and is not on the ticket (P07). */
export function isOnce(db: Database, { kind, seq, recipient }: DueLetter): boolean {
  const fact = kind === 'correspondence' ? factOf(db, seq) : undefined;
  return fact?.kind === 'article' && fact.addressing?.once.some((person) => person.address === recipient) === true;
}

/** The answer that a letter says was held back, with the page where it is sent anyway. */
export function heldFor(db: Database, { letter: { kind, seq }, number, settings }: { letter: DueLetter; number: number; settings: Settings }): HeldFacts | undefined {
  const fact = kind === 'held' ? factOf(db, seq) : undefined;
  if (fact?.kind === 'heldReply') return { url: `${settings.publicUrl}/desk/door/${fact.intake}`, seen: fact.seen, at: 'door' };
  return fact?.kind === 'takenBack' ? { url: `${settings.publicUrl}/tickets/${number}`, seen: fact.article, at: 'draft' } : undefined;
}

/** Why a letter calls agents to a ticket that nobody has. */
export function calledFor(db: Database, { kind, seq }: DueLetter): 'written' | 'moved' | undefined {
  const fact = kind === 'called' ? factOf(db, seq) : undefined;
  return fact?.kind === 'called' ? fact.why : undefined;
}

function factOf(db: Database, seq: number): Fact | undefined {
  return db.select({ fact: schema.events.fact }).from(schema.events).where(eq(schema.events.seq, seq)).get()?.fact;
}

/** Who wrote these articles. */
export function writersOf(db: Database, articles: number[]): Address[] {
  const among = sql`${schema.articles.id} in (select value from json_each(${JSON.stringify(articles)}))`;
  return db.selectDistinct({ by: schema.articles.by }).from(schema.articles).where(among).all().map((row) => row.by);
}
