/** What a ticket object knows about a mail before a rule judges it. */

import type { Known } from '../rules/arrival.ts';
import type { Arrival, ArrivalOutcome } from '../rules/commands.ts';
import type { Instant } from '../rules/ticket.ts';
import { readSentLetters } from './outbox-store.ts';
import { articleOfIntake, readRecent, wasRefused, whatIsAnswered, type Database } from './ticket-store.ts';

const DAY_MS = 86_400_000;

/** What became of this very mail when it came before (T10), or null. */
export function outcomeBefore(db: Database, { article: { intake, automatic } }: Arrival): ArrivalOutcome | null {
  if (intake === null) return null;
  const article = articleOfIntake(db, intake);
  if (article !== null) return { kind: automatic ? 'noted' : 'filed', article };
  return wasRefused(db, intake) ? { kind: 'refused', reason: 'closed' } : null;
}

export function knownAbout(db: Database, arrival: Arrival, at: Instant): Known {
  const recent = arrival.article.automatic === null ? readRecent(db, arrival.sender.address, at - DAY_MS) : [];
  const letters = arrival.news.length === 0 ? [] : readSentLetters(db);
  return { ...whatIsAnswered(db, arrival), recent, letters };
}
