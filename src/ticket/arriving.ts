/** Mails, and news of letters, that come to a ticket. Called within one transaction of the ticket object. */

import type { Filed, Filing } from '../directory/intake.ts';
import { receive, type Known } from '../rules/arrival.ts';
import type { Arrival, ArrivalOutcome } from '../rules/commands.ts';
import { hear, type News } from '../rules/delivery.ts';
import { worksIn } from '../rules/reach.ts';
import type { Instant, Ticket } from '../rules/ticket.ts';
import { overtaken } from '../rules/undo.ts';
import { markHeard, queueRefresh, readSentLetters } from './outbox-store.ts';
import { recordAll } from './recording.ts';
import { newerThan, toldBy } from './seen-store.ts';
import { articleOfIntake, readRecent, turnedAway, wasAsked, whatIsAnswered, type Database } from './ticket-store.ts';
import { readLeaving } from './undo-store.ts';

const DAY_MS = 86_400_000;

/** Judges the mail by what the ticket knows and records what follows. The same mail again changes nothing and answers the same (T10). */
export function takeMail(db: Database, ticket: Ticket, arrival: Arrival, at: Instant): ArrivalOutcome {
  const before = outcomeBefore(db, arrival);
  if (before !== null) return before;
  const received = receive(ticket, arrival, knownAbout(db, ticket, arrival, at), at);
  const fresh = received.changes.filter((change) => change.kind !== 'asked' || !wasAsked(db, change.intake, change.address));
  recordAll(db, [...fresh, ...overtaken(ticket, fresh, arrival.sender, readLeaving(db))], arrival.sender, at);
  markHeard(db, received.states, at);
  return received.outcome;
}

/** What the ledger is to know of the mail; null: no ticket has it by this. A machine's note makes nobody known. */
export function filedBy(outcome: ArrivalOutcome, filing: Filing | null, at: Instant): Filed | null {
  if (filing === null || (outcome.kind !== 'filed' && outcome.kind !== 'noted')) return null;
  return { ...filing, met: outcome.kind === 'filed' ? filing.met : [], article: outcome.article, at };
}

/** Records what the news say of letters of this ticket (A14). Whether they mean one of ours at all. */
export function takeNews(db: Database, ticket: Ticket, news: News, at: Instant): boolean {
  const letters = readSentLetters(db, news.ids);
  const heard = hear(ticket, letters, news);
  recordAll(db, heard.changes, null, at);
  markHeard(db, heard.states, at);
  // A Message-ID learned this way goes to the directory like any other (T08).
  if (heard.states.some((state) => state.messageId !== undefined)) queueRefresh(db, ticket.version, at);
  const named = letters.some((letter) => letter.messageId !== null && news.ids.includes(letter.messageId));
  return named || heard.changes.length + heard.states.length > 0;
}

/** What became of this very mail when it came before (T10), or null. */
function outcomeBefore(db: Database, { article: { intake, automatic }, admittedBy }: Arrival): ArrivalOutcome | null {
  if (intake === null) return null;
  const article = articleOfIntake(db, intake);
  if (article !== null) return { kind: automatic ? 'noted' : 'filed', article };
  const before = turnedAway(db, intake);
  // Whoever lets it in now decides anew.
  if (before === null || admittedBy !== null) return null;
  return before === 'heldReply' ? { kind: 'door', reason: 'unseen' } : { kind: 'refused', reason: 'closed' };
}

function knownAbout(db: Database, ticket: Ticket, arrival: Arrival, at: Instant): Known {
  const recent = arrival.article.automatic === null ? readRecent(db, arrival.sender.address, at - DAY_MS) : [];
  const letters = arrival.news.length === 0 ? [] : readSentLetters(db, arrival.news.flatMap((news) => news.ids));
  const seen = worksIn(ticket.queue, arrival.sender) ? toldBy(db, arrival.sender.address, arrival.references) : null;
  const told = seen === null ? null : { seen, newer: newerThan(db, seen) };
  return { ...whatIsAnswered(db, arrival), recent, letters, told };
}
