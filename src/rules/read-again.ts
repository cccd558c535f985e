/** Reading a mail again with today's parser (M12): an article says what the mail says, as well as we can read it by now. */

import type { Article, NewArticle } from './article.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { worksIn } from './reach.ts';
import type { Actor, Instant, Ticket } from './ticket.ts';

/** What is read out of a mail and can be read otherwise later. Who wrote it, when, and who reads it are facts and stay. */
export const readingParts = ['text', 'html', 'look', 'attachments', 'invitation', 'forwarded'] as const;
export type ReadingPart = (typeof readingParts)[number];
export type Reading = Pick<NewArticle, ReadingPart>;

/** A reading that another took the place of, and when. */
export type EarlierReading = Pick<Reading, 'text' | 'html' | 'attachments'> & { replacedAt: Instant };

/** An article by itself; `earlier`: for agents, what its mail was read as before, newest first. */
export type OpenedArticle = Article & { earlier: EarlierReading[] };

/**
 * What is recorded when an admin has the article's mail read again and it reads like `reading`; nothing if it does not differ. Refused where it came
 * by no mail, and where something was taken out of it for good: it would come back (0019).
 */
export function readAgain(ticket: Ticket, article: Article | null, reading: Reading, by: Actor): Decision {
  if (by.role !== 'admin' || !worksIn(ticket.queue, by)) return refusal('notAllowed');
  return readAnew(ticket, article, reading);
}

/** The same where whoever keeps the desk has all mails of some days read again: nobody of the desk asks for it. */
export function readAnew(ticket: Ticket, article: Article | null, reading: Reading): Decision {
  if (ticket.mergedInto !== null) return refusal('merged');
  if (article === null || article.intake === null || article.redacted) return refusal('notFound');
  return differences(article, reading).length === 0 ? changes() : changes({ kind: 'readAgain', article: article.id, reading });
}

/** What of the mail reads otherwise than the article says, in the order of `readingParts`. */
export function differences(article: Reading, reading: Reading): ReadingPart[] {
  const [before, now] = [readingOf(article), readingOf(reading)];
  return readingParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(now[part]));
}

/** In one order of its parts, so that two can be compared. */
export function readingOf({ text, html, look, attachments, invitation, forwarded }: Reading): Reading {
  const files = attachments.map(({ id, name, type, size, key, contentId }) => ({ id, name, type, size, key, contentId }));
  return { text, html, look, attachments: files, invitation, forwarded };
}
