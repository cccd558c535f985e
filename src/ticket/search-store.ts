/** What the search does not know yet of this ticket. Synchronous, like the ticket store. */

import { and, asc, count, eq, getTableColumns, gt, lt, lte, max, min, sql } from 'drizzle-orm';
import { wordsOf } from '../rules/search-text.ts';
import type { Ticket } from '../rules/ticket.ts';
import { headWords, said, type Searchable } from '../ticket-index/searchable.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** Articles that go into the index with one refresh: each may have 32,000 characters, a statement of D1 two megabytes. */
const ARTICLES_A_REFRESH = 25;

/** `searchable` null: nothing is new. `left`: there are more articles than go at once. */
export type Unsearched = { searchable: Searchable | null; before: Known; known: Known; left: boolean };

type Known = { head: string; upTo: number; articles: number; forgotten: string[] };

/** Articles that came with a merged ticket can have lower ids than known ones, and go again when that is undone: then all is told anew. */
export function readUnsearched(db: Database, ticket: Ticket): Unsearched {
  const before = readKnown(db);
  const there = countUpTo(db, (query) => query.get({ upTo: before.upTo }))?.count ?? 0;
  const anew = there !== before.articles;
  const from = anew ? { upTo: 0, articles: 0 } : before;

  // An answer that may still be taken back is not to be found before it is said.
  const leaving = firstLeaving(db, (query) => query.get())?.id ?? Number.MAX_SAFE_INTEGER;
  const rows = articlesBetween(db, (query) => query.all({ upTo: from.upTo, leaving }));
  const last = rows.at(-1)?.id ?? from.upTo;
  const newest = newestSettled(db, (query) => query.get({ leaving }))?.id ?? 0;
  const files = fileNames(db, rows.map((row) => row.id));
  const head = headWords(ticket);
  const fresh = rows.filter((row) => row.state !== 'takenBack').map(({ by, byName, ...row }) => said({ ...row, by: { address: by, name: byName }, attachments: row.redacted ? [] : (files.get(row.id) ?? []) }));
  return {
    searchable: fresh.length === 0 && !anew && head === before.head ? null : { head, said: fresh, anew, forgotten: last < newest ? [] : before.forgotten },
    before,
    known: { head, upTo: last, articles: from.articles + rows.length, forgotten: last < newest ? before.forgotten : [] },
    left: last < newest,
  };
}

const { articles } = schema;
const { placeholder } = sql;
const isSettled = lt(articles.id, placeholder('leaving'));

const countUpTo = prepared((db) => db.select({ count: count() }).from(articles).where(lte(articles.id, placeholder('upTo'))));
const firstLeaving = prepared((db) => db.select({ id: min(articles.id) }).from(articles).where(eq(articles.state, 'leaving')));
const articlesBetween = prepared((db) => db.select().from(articles).where(and(gt(articles.id, placeholder('upTo')), isSettled)).orderBy(asc(articles.id)).limit(ARTICLES_A_REFRESH));
const newestSettled = prepared((db) => db.select({ id: max(articles.id) }).from(articles).where(isSettled));

/** The index has it. Where something was taken out of a text meanwhile, all is still to be told again. */
export function markSearched(db: Database, { searchable, before, known }: Unsearched): void {
  if (searchable === null) return;
  const read = { headRead: before.head, upToRead: before.upTo, articlesRead: before.articles, forgottenRead: JSON.stringify(before.forgotten) };
  upsertKnown(db, (query) => query.run({ ...known, ...read }));
}

const upsertKnown = prepared((db) => {
  const { id, head, upTo, articles: told, forgotten } = schema.known;
  const isAsRead = sql`${head} = ${placeholder('headRead')} and ${upTo} = ${placeholder('upToRead')} and ${told} = ${placeholder('articlesRead')} and ${forgotten} = ${placeholder('forgottenRead')}`;
  return db
    .insert(schema.known)
    .values({ id: 1, head: placeholder('head'), upTo: placeholder('upTo'), articles: placeholder('articles'), forgotten: placeholder('forgotten') })
    .onConflictDoUpdate({ target: id, set: { head: sql`excluded.head`, upTo: sql`excluded.up_to`, articles: sql`excluded.articles`, forgotten: sql`excluded.forgotten` }, setWhere: isAsRead });
});

/** Something was taken out of this article for good; `left` is what it says now. All of the ticket is told again, and its words are forgotten. */
export function sayAnew(db: Database, article: number, left: string): void {
  const before = db.select({ text: schema.articles.text }).from(schema.articles).where(eq(schema.articles.id, article)).get()?.text ?? '';
  const words = new Set(wordsOf(left));
  sayAllAnew(db, wordsOf(before).filter((word) => !words.has(word)));
}

/** All of the ticket is told again, and these words are forgotten where nothing says them any more. */
export function sayAllAnew(db: Database, words: string[]): void {
  const row = { id: 1, ...NOTHING, forgotten: [...readKnown(db).forgotten, ...words] };
  db.insert(schema.known).values(row).onConflictDoUpdate({ target: schema.known.id, set: row }).run();
}

/** The index may have lost any of it: all is told again, and what it has of this ticket is forgotten first. */
export function tellSearchAnew(db: Database): void {
  const row = { id: 1, ...NOTHING, articles: NONE_KNOWN };
  const { head, upTo, articles } = row;
  db.insert(schema.known).values(row).onConflictDoUpdate({ target: schema.known.id, set: { head, upTo, articles } }).run();
}

/** A number of articles that no ticket has, so that what is there is never taken for what is known. */
const NONE_KNOWN = -1;

const NOTHING = { head: '', upTo: 0, articles: 0 };

function readKnown(db: Database): Known {
  return selectKnown(db, (query) => query.get()) ?? { ...NOTHING, forgotten: [] };
}

const selectKnown = prepared((db) => {
  const { id: _, ...columns } = getTableColumns(schema.known);
  return db.select(columns).from(schema.known);
});

function fileNames(db: Database, ids: number[]): Map<number, { name: string }[]> {
  const rows = ids.length === 0 ? [] : selectFileNames(db, (query) => query.all({ ids: JSON.stringify(ids) }));
  return Map.groupBy(rows, (row) => row.article);
}

const selectFileNames = prepared((db) => {
  const { article, name, position } = schema.attachments;
  const isAmong = sql`${article} in (select value from json_each(${placeholder('ids')}))`;
  return db.select({ article, name }).from(schema.attachments).where(isAmong).orderBy(asc(article), asc(position));
});
