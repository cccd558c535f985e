/** Decide and record: what every command of a ticket comes down to. Called within one transaction of the ticket object. */

import { failPointAtOnce } from '../fail-points.ts';
import { asOn, maySee } from '../rules/access.ts';
import { undoAct } from '../rules/bulk.ts';
import type { Command, CommandOutcome, Opening } from '../rules/commands.ts';
import { refusal, type Decision } from '../rules/decision.ts';
import { undoable } from '../rules/last-act.ts';
import { settle } from '../rules/letter-trouble.ts';
import { lettersFor } from '../rules/letters.ts';
import { decide } from '../rules/lifecycle.ts';
import { newTicket, openingChanges } from '../rules/opening.ts';
import { readAgain } from '../rules/read-again.ts';
import type { Actor, Change, Instant, Person, Ticket } from '../rules/ticket.ts';
import { overtaken, takeBack, undoClose, waitsMs } from '../rules/undo.ts';
import { unlessPast } from '../rules/unseen.ts';
import { readAct } from './act-store.ts';
import { dropDraft, keepDraft } from './draft-store.ts';
import { noteEverOn } from './ever-on-store.ts';
import { readTroubled } from './letter-trouble-store.ts';
import { queueLetter, queueRefresh } from './outbox-store.ts';
import { newerThan } from './seen-store.ts';
import { readArticle } from './article-store.ts';
import { migrateTables } from './migrating.ts';
import { insertTicket, readTicket, record, type Database } from './ticket-store.ts';
import { lastAct, letLeave, readClosing, readLeaving } from './undo-store.ts';

/** A command as it is given; `undoMs`: how long letters wait that can be taken back. */
export type Given = { command: Command; by: Actor; undoMs: number };

/**
 * Records changes, the letters they cause and the index refresh. Returns the number of the last event, or null without one. If
 * the letters wait, the answer they bring is `leaving`.
 */
export function recordAll(db: Database, changes: Change[], by: Person | null, at: Instant, waitsMs = 0): number | null {
  const recorded = changes.map((change) => ({ change, seq: record(db, change, by, at) }));
  const last = recorded.at(-1);
  const after = last === undefined ? null : readTicket(db);
  if (last === undefined || after === null) return null;
  for (const { change, seq } of recorded) {
    const letters = lettersFor(after, change, by?.address ?? null);
    for (const letter of letters) queueLetter(db, letter, { seq, at, waitsMs });
    if (waitsMs > 0 && change.kind === 'article' && letters.length > 0) letLeave(db, after.articleCount);
  }
  queueRefresh(db, last.seq, at);
  failPointAtOnce('recording');
  return last.seq;
}

/** Makes the ticket's tables and records how it begins. One that has begun stays as it is. */
export function begin(db: Database, opening: Opening, claim: string, at: Instant): void {
  migrateTables(db.$client);
  if (readTicket(db) !== null) return;
  insertTicket(db, newTicket(opening, at), claim);
  recordAll(db, openingChanges(opening), opening.requester, at);
}

/** Lets the rules decide about the command and records what they decide. A ticket that `by` may not see is none (W05). */
export function carryOut(db: Database, ticket: Ticket | null, given: Given, at: Instant): CommandOutcome {
  const { command, by, undoMs } = given;
  if (ticket === null || !maySee(ticket, by)) return { ok: false, refusal: 'notFound' };
  const decision = decisionOn(db, ticket, given, at);
  keepWords(db, given, decision, at);
  // A draft is no event, but it has its writer's name.
  if (noteEverOn(db, [by.address])) queueRefresh(db, ticket.version, at);
  if (decision.kind === 'refusal') return { ok: false, refusal: decision.refusal };
  const changes = [...decision.changes, ...overtaken(ticket, decision.changes, by, readLeaving(db))];
  return { ok: true, version: recordAll(db, changes, by, at, waitsMs(command, asOn(ticket, by), undoMs)) ?? ticket.version };
}

function decisionOn(db: Database, ticket: Ticket, { command, by }: Given, at: Instant): Decision {
  switch (command.kind) {
    case 'readAgain':
      return readAgain(ticket, readArticle(db, command.article), command.reading, by);
    case 'undoReply':
      return takeBack(ticket, by, readLeaving(db).find((one) => one.id === command.article) ?? null);
    case 'undoAct':
      return takeActBack(db, ticket, by, command.at);
    case 'undoLast':
      return takeLastBack(db, ticket, by, command.at);
    case 'settleLetter':
      return settle(ticket, readTroubled(db, command.letter), command.how, by);
    case 'reply':
      return unlessPast(decide(ticket, command, by, at), { command, by, ticket, newer: newerThan(db, command.seen ?? null) });
    default:
      return decide(ticket, command, by, at);
  }
}

/** What a page offers may no longer be so. */
function takeLastBack(db: Database, ticket: Ticket, by: Actor, at: Instant): Decision {
  const last = lastAct(db, readAct(db, by.address, at));
  return undoable(ticket, last, by) === null ? refusal(last.told ? 'tooLate' : 'changedSince') : takeActBack(db, ticket, by, at);
}

/** A closing whose letters wait is taken back with them. */
function takeActBack(db: Database, ticket: Ticket, by: Actor, at: Instant): Decision {
  const act = readAct(db, by.address, at);
  const closing = readClosing(db);
  const decision = undoAct(ticket, act, by);
  return decision.kind === 'changes' && act.some((event) => event.seq === closing?.seq) ? undoClose(ticket, by, closing) : decision;
}

/** What was sent is no draft any more; what was not, because its writer had not seen something, is one. */
function keepWords(db: Database, { command, by }: Given, decision: Decision, at: Instant): void {
  const done = decision.kind === 'changes';
  if (command.kind === 'saveDraft' && done) {
    const { form, text, attachments, minutes = 0, seen } = command;
    return keepDraft(db, by, { form, text, attachments, minutes, seen, savedAt: at });
  }
  if (command.kind !== 'reply' && command.kind !== 'comment') return;
  if (done) return dropDraft(db, by.address, command.kind);
  const isUnseen = command.kind === 'reply' && decision.kind === 'refusal' && decision.refusal === 'unseen';
  if (isUnseen) keepDraft(db, by, { form: 'reply', text: command.text, attachments: command.attachments, minutes: command.minutes ?? 0, seen: command.seen ?? 0, savedAt: at });
}
