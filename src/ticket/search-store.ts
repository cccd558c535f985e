/** What the search does not know yet of this ticket. Synchronous, like the ticket store. */

import { and, asc, count, eq, getTableColumns, gt, inArray, lt, lte, max, min, sql } from 'drizzle-orm';
import { wordsOf } from '../rules/search-text.ts';
import type { Ticket } from '../rules/ticket.ts';
import { headWords, said, type Searchable } from '../ticket-index/searchable.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** Articles that go into the index with one refresh: each may have 32,000 characters, a statement of D1 two megabytes. */
const ARTICLES_A_REFRESH = 25;

/** `searchable` null: nothing is new. `left`: there are more articles than go at once. */
export type Unsearched = { searchable: Searchable | null; before: Known; known: Known; left: boolean };

type Known = { head: string; upTo: number; articles: number; forgotten: string[] };

/** Articles that came with a merged ticket can have lower ids than known ones, and go again when that is undone: then all is told anew. */
export function readUnsearched(db: Database, ticket: Ticket): Unsearched {
  const { articles } = schema;
  const before = readKnown(db);
  const there = db.select({ count: count() }).from(articles).where(lte(articles.id, before.upTo)).get()?.count ?? 0;
  const anew = there !== before.articles;
  const from = anew ? { upTo: 0, articles: 0 } : before;

  // An answer that may still be taken back is not to be found before it is said.
  const leaving = db.select({ id: min(articles.id) }).from(articles).where(eq(articles.state, 'leaving')).get()?.id ?? null;
  const isSettled = leaving === null ? undefined : lt(articles.id, leaving);
  const rows = db.select().from(articles).where(and(gt(articles.id, from.upTo), isSettled)).orderBy(asc(articles.id)).limit(ARTICLES_A_REFRESH).all();
  const last = rows.at(-1)?.id ?? from.upTo;
  const newest = db.select({ id: max(articles.id) }).from(articles).where(isSettled).get()?.id ?? 0;
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

/** The index has it. Where something was taken out of a text meanwhile, all is still to be told again. */
export function markSearched(db: Database, { searchable, before, known }: Unsearched): void {
  if (searchable === null) return;
  const row = { id: 1, ...known };
  const isAsRead = and(eq(schema.known.head, before.head), eq(schema.known.upTo, before.upTo), eq(schema.known.articles, before.articles), eq(schema.known.forgotten, before.forgotten));
  db.insert(schema.known).values(row).onConflictDoUpdate({ target: schema.known.id, set: row, setWhere: sql`${isAsRead}` }).run();
}

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
  const { id: _, ...columns } = getTableColumns(schema.known);
  return db.select(columns).from(schema.known).get() ?? { ...NOTHING, forgotten: [] };
}

function fileNames(db: Database, ids: number[]): Map<number, { name: string }[]> {
  const { attachments } = schema;
  const rows = db.select({ article: attachments.article, name: attachments.name }).from(attachments).where(inArray(attachments.article, ids)).orderBy(asc(attachments.article), asc(attachments.position)).all();
  return Map.groupBy(rows, (row) => row.article);
}
