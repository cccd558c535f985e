/** The ticket's part where mails of many tickets are read again. Called within one transaction of the ticket object. */

import { readAnew, type Reading } from '../rules/read-again.ts';
import type { Article, Instant, Ticket } from '../rules/ticket.ts';
import { readArticle } from './article-store.ts';
import { recordAll } from './recording.ts';
import * as schema from './schema.ts';
import { articleOfIntake, type Database } from './ticket-store.ts';

type MailHere = { kind: 'article'; article: Article } | { kind: 'mergedInto'; number: number } | { kind: 'missing' };

/** What came by this mail, or which ticket has it now. What may not be read again is missing. */
export function articleOf(db: Database, { mergedInto }: Ticket, intake: string): MailHere {
  if (mergedInto !== null) return { kind: 'mergedInto', number: mergedInto };
  const id = articleOfIntake(db, intake);
  const article = id === null ? null : readArticle(db, id);
  return article === null || article.redacted ? { kind: 'missing' } : { kind: 'article', article };
}

/** Records that the article reads so. The same again changes nothing. */
export function readAnewHere(db: Database, ticket: Ticket, { article, reading, at }: { article: number; reading: Reading; at: Instant }): 'done' | 'unchanged' | 'missing' {
  const decision = readAnew(ticket, readArticle(db, article), reading);
  if (decision.kind === 'refusal') return 'missing';
  if (decision.changes.length === 0) return 'unchanged';
  recordAll(db, decision.changes, null, at);
  // Nobody did anything to the ticket, so it does not rise in the lists.
  db.update(schema.ticket).set({ updatedAt: ticket.updatedAt, updatedBy: ticket.updatedBy }).run();
  return 'done';
}
