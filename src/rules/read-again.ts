/** Reading a mail again with today's parser (M12): an article says what the mail says, as well as we can read it by now. */

import type { Article, NewArticle } from './article.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { worksIn } from './reach.ts';
import type { Actor, Instant, Ticket } from './ticket.ts';

/** What is read out of a mail and can be read otherwise later. Who wrote it, when, and who reads it are facts and stay. */
export type Reading = Pick<NewArticle, 'text' | 'html' | 'look' | 'attachments' | 'invitation' | 'forwarded'>;

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
  if (ticket.mergedInto !== null) return refusal('merged');
  if (article === null || article.intake === null || article.redacted) return refusal('notFound');
  return isSame(article, reading) ? changes() : changes({ kind: 'readAgain', article: article.id, reading });
}

function isSame(article: Article, reading: Reading): boolean {
  return JSON.stringify(readingOf(article)) === JSON.stringify(readingOf(reading));
}

/** In one order of its parts, so that two can be compared. */
export function readingOf({ text, html, look, attachments, invitation, forwarded }: Reading): Reading {
  const files = attachments.map(({ id, name, type, size, key, contentId }) => ({ id, name, type, size, key, contentId }));
  return { text, html, look, attachments: files, invitation, forwarded };
}
