/** Decide and record: what every command of a ticket comes down to. Called within one transaction of the ticket object. */

import { maySee } from '../rules/access.ts';
import type { Command, CommandOutcome, Opening } from '../rules/commands.ts';
import { lettersFor } from '../rules/letters.ts';
import { decide } from '../rules/lifecycle.ts';
import { newTicket, openingChanges } from '../rules/opening.ts';
import type { Actor, Change, Instant, Person, Ticket } from '../rules/ticket.ts';
import { unlessPast } from '../rules/unseen.ts';
import { queueLetter, queueRefresh } from './outbox-store.ts';
import { newerThan } from './seen-store.ts';
import { insertTicket, readTicket, record, type Database } from './ticket-store.ts';

/** Records changes, the letters they cause and the index refresh. Returns the number of the last event, or null without one. */
export function recordAll(db: Database, changes: Change[], by: Person | null, at: Instant): number | null {
  const recorded = changes.map((change) => ({ change, seq: record(db, change, by, at) }));
  const last = recorded.at(-1);
  const after = last === undefined ? null : readTicket(db);
  if (last === undefined || after === null) return null;
  for (const { change, seq } of recorded) {
    for (const letter of lettersFor(after, change, by?.address ?? null)) queueLetter(db, letter, { seq, at });
  }
  queueRefresh(db, last.seq, at);
  return last.seq;
}

/** Records how the ticket begins. One that has begun stays as it is. */
export function begin(db: Database, opening: Opening, claim: string, at: Instant): void {
  if (readTicket(db) !== null) return;
  insertTicket(db, newTicket(opening, at), claim);
  recordAll(db, openingChanges(opening), opening.requester, at);
}

/** Lets the rules decide about the command and records what they decide. A ticket that `by` may not see is none (W05). */
export function carryOut(db: Database, ticket: Ticket | null, { command, by }: { command: Command; by: Actor }, at: Instant): CommandOutcome {
  if (ticket === null || !maySee(ticket, by)) return { ok: false, refusal: 'notFound' };
  const newer = newerThan(db, command.kind === 'reply' ? (command.seen ?? null) : null);
  const decision = unlessPast(decide(ticket, command, by, at), { command, by, ticket, newer });
  if (decision.kind === 'refusal') return { ok: false, refusal: decision.refusal };
  return { ok: true, version: recordAll(db, decision.changes, by, at) ?? ticket.version };
}
