/** The texts of a ticket and their files, read and written. */

import { and, asc, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { LettersThen } from '../rules/merge.ts';
import type { ShownArticle } from '../rules/page.ts';
import type { Article, Attachment, Fact, Instant, NewArticle, Person } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** The intake key of the mail that the article came by, unless something was taken out of it. */
export function readIntake(db: Database, article: number): string | null {
  const whole = and(eq(schema.articles.id, article), eq(schema.articles.redacted, false));
  return db.select({ intake: schema.articles.intake }).from(schema.articles).where(whole).get()?.intake ?? null;
}

/** These articles, or all, with their attachments, oldest first. */
export function readArticles(db: Database, ids?: number[]): (ShownArticle & LettersThen)[] {
  const those = { ids: JSON.stringify(ids ?? []) };
  const files = ids === undefined ? selectFiles(db).all() : filesAmong(db, (query) => query.all(those));
  const rows = ids === undefined ? selectArticles(db).all() : articlesAmong(db, (query) => query.all(those));
  const filesOf = Map.groupBy(files, (file) => file.article);
  return rows.map(({ by, byName, ...article }) => ({
    ...article,
    by: { address: by, name: byName },
    attachments: (filesOf.get(article.id) ?? []).map(({ article: _, position: __, ...file }) => file),
  }));
}

const filesAmong = prepared((db) => selectFiles(db, isAmong(schema.attachments.article)));
const articlesAmong = prepared((db) => selectArticles(db, isAmong(schema.articles.id)));

function isAmong(column: SQLiteColumn): SQL {
  return sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`;
}

function selectFiles(db: Database, where?: SQL) {
  return db.select().from(schema.attachments).where(where).orderBy(asc(schema.attachments.article), asc(schema.attachments.position));
}

function selectArticles(db: Database, where?: SQL) {
  const { html: _, ...columns } = getTableColumns(schema.articles);
  return db.select(columns).from(schema.articles).where(where).orderBy(asc(schema.articles.id));
}

/** One article with its attachments, as the sender wrote it; null if there is none. */
export function readArticle(db: Database, id: number): (Article & LettersThen) | null {
  const row = db.select().from(schema.articles).where(eq(schema.articles.id, id)).get();
  if (row === undefined) return null;
  const { by, byName, ...article } = row;
  const files = db.select().from(schema.attachments).where(eq(schema.attachments.article, id)).orderBy(asc(schema.attachments.position)).all();
  return { ...article, by: { address: by, name: byName }, attachments: files.map(({ article: _, position: __, ...file }) => file) };
}

/** The attachment and the article it is in. */
export function readAttachment(db: Database, id: string): { file: Attachment; article: Pick<Article, 'id' | 'kind' | 'automatic' | 'state' | 'by' | 'intake' | 'redacted'> } | null {
  const found = db
    .select()
    .from(schema.attachments)
    .innerJoin(schema.articles, eq(schema.articles.id, schema.attachments.article))
    .where(eq(schema.attachments.id, id))
    .get();
  if (found === undefined) return null;
  const { article: _, position: __, ...file } = found.attachments;
  const { kind, automatic, state, by, byName, intake, redacted } = found.articles;
  return { file, article: { id: found.articles.id, kind, automatic, state, by: { address: by, name: byName }, intake, redacted } };
}

/** The article and its files as the next of the ticket; the fact that says so. */
export function addArticle(db: Database, article: NewArticle, by: Person | null, at: Instant): Fact {
  if (by === null) throw new Error('An article has an author');
  const { attachments, ...rest } = article;
  const counted = { articleCount: sql`${schema.ticket.articleCount} + 1` };
  const { id } = db.update(schema.ticket).set(counted).returning({ id: schema.ticket.articleCount }).get();
  db.insert(schema.articles).values({ ...rest, id, at, by: by.address, byName: by.name }).run();
  for (const [position, file] of attachments.entries()) {
    db.insert(schema.attachments).values({ ...file, article: id, position }).run();
  }
  return { kind: 'article', id, articleKind: article.kind };
}
