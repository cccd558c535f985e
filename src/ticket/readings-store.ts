/** What mails on the ticket were read as before they were read again. Synchronous, like the ticket store. */

import { desc, eq } from 'drizzle-orm';
import { readingOf, type EarlierReading } from '../rules/read-again.ts';
import type { Change, Fact, Instant } from '../rules/ticket.ts';
import * as schema from './schema.ts';
import { sayAnew } from './search-store.ts';
import { readArticle } from './article-store.ts';
import type { Database } from './ticket-store.ts';

/** The new reading takes the old one's place; the old one is kept beside it. */
export function replaceReading(db: Database, { kind, article, reading }: Extract<Change, { kind: 'readAgain' }>, at: Instant): Fact {
  const before = readArticle(db, article);
  if (before === null) throw new Error(`There is no article ${article} to be read again`);
  const { attachments, ...said } = readingOf(reading);
  const { text, html, attachments: files } = readingOf(before);
  db.insert(schema.readings).values({ article, text, html, attachments: files, replacedAt: at }).run();
  sayAnew(db, article, said.text);
  db.update(schema.articles).set(said).where(eq(schema.articles.id, article)).run();
  db.delete(schema.attachments).where(eq(schema.attachments.article, article)).run();
  for (const [position, file] of attachments.entries()) db.insert(schema.attachments).values({ ...file, article, position }).run();
  return { kind, article };
}

/** Newest first. */
export function readEarlier(db: Database, article: number): EarlierReading[] {
  const { text, html, attachments, replacedAt } = schema.readings;
  return db.select({ text, html, attachments, replacedAt }).from(schema.readings).where(eq(schema.readings.article, article)).orderBy(desc(schema.readings.id)).all();
}

/** What was taken out of the article for good may stand in any of them. */
export function forgetEarlier(db: Database, article: number): void {
  db.delete(schema.readings).where(eq(schema.readings.article, article)).run();
}
