/** The one letter a day: what agents chose to be told together. */

import { eventOf, type ToldEvent } from './letter-choices.ts';
import type { LetterKind } from './letter-kinds.ts';
import { worksIn, type Reach } from './reach.ts';
import type { AccountRole, Address, Instant, Person, Status } from './ticket.ts';
import { instantOf, wallClock } from './wall-clock.ts';

/** When the day of the reader begins for letters: before that they sleep, later they have begun to work. */
const MORNING_MS = 7 * 3_600_000;
/** Of one section; the rest is in the portal. */
const MOST_TICKETS = 25;

const ORDER: ToldEvent[] = ['mentioned', 'mine', 'overdue', 'new'];

/** In place of a letter. `by` null: the desk itself. */
export type DigestNote = { number: number; kind: LetterKind; by: Person | null; at: Instant };

/** A ticket as lists know it now. */
export type DigestTicket = { number: number; subject: string; queue: number; status: Status; owner: Address | null; dueAt: Instant; closedAt: Instant | null };

/** What happened on it, as often by each, and when last. */
export type DigestEntry = { ticket: DigestTicket; says: { kind: LetterKind; by: Person | null; count: number }[]; lastAt: Instant };
/** `more`: tickets that are left out. */
export type DigestSection = { event: ToldEvent; entries: DigestEntry[]; more: number };

/**
 * The digest that is due at `at`; null: today it is too early. `day` counts from 1970 in the zone. It tells of what was noted before `until`, that day's
 * morning: what happens by day is told the next morning, also to whoever had nothing to be told in this one.
 */
export function dueDigest(at: Instant, zone: string): { day: number; until: Instant } | null {
  const { day, timeMs } = wallClock(at, zone);
  return timeMs < MORNING_MS ? null : { day, until: instantOf(day, MORNING_MS, zone) };
}

/**
 * What the notes say, by event: who calls the reader first, then what is theirs, what is late, what is new. In each the ticket that something happened on last
 * comes first. Tickets on which the reader does not work (any more) are left out; empty: there is nothing to write.
 */
export function digestOf(notes: DigestNote[], tickets: DigestTicket[], reader: { role: AccountRole; reach: Reach }): DigestSection[] {
  const theirs = new Map(tickets.filter((ticket) => worksIn(ticket.queue, reader)).map((ticket) => [ticket.number, ticket]));
  return ORDER.flatMap((event) => {
    const about = Map.groupBy(notes.filter((note) => eventOf(note.kind) === event), (note) => note.number);
    const entries = [...about].flatMap(([number, of]) => entryOf(theirs.get(number), of)).toSorted((one, other) => other.lastAt - one.lastAt);
    return entries.length === 0 ? [] : [{ event, entries: entries.slice(0, MOST_TICKETS), more: Math.max(0, entries.length - MOST_TICKETS) }];
  });
}

function entryOf(ticket: DigestTicket | undefined, notes: DigestNote[]): DigestEntry[] {
  if (ticket === undefined) return [];
  const alike = Map.groupBy(notes, ({ kind, by }) => `${kind} ${by?.address ?? ''}`);
  const says = [...alike.values()].flatMap((some) => some.slice(0, 1).map(({ kind, by }) => ({ kind, by, count: some.length })));
  return [{ ticket, says, lastAt: Math.max(...notes.map((note) => note.at)) }];
}
