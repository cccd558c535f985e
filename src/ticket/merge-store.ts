/** What a ticket object keeps of merges: what it hands to others, and what came from others. Synchronous, like the ticket store. */

import { and, asc, desc, eq, gt, inArray, ne, or, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Before, Heir, Takeover } from '../rules/merge.ts';
import type { ShownLetter } from '../rules/page.ts';
import { addressesIn } from '../rules/readdressing.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import { noteEverOn } from './ever-on-store.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import { readArticle } from './article-store.ts';
import type { Database } from './ticket-store.ts';

export type Handover = typeof schema.handovers.$inferSelect;
export type NewHandover = Omit<Handover, 'id' | 'attempts'>;
export type TakeoverRow = typeof schema.takeovers.$inferSelect;

/** Articles that go with one call: each may have more than two megabytes, a call 32. */
const ARTICLES_A_PART = 8;

export function queueHandover(db: Database, handover: NewHandover): void {
  db.insert(schema.handovers).values(handover).run();
}

/** The oldest handover that is not done. */
export function readHandover(db: Database): Handover | null {
  return selectHandover(db, (query) => query.get()) ?? null;
}

const selectHandover = prepared((db) => db.select().from(schema.handovers).orderBy(asc(schema.handovers.id)).limit(1));

export function handoverDone(db: Database, id: number): void {
  db.delete(schema.handovers).where(eq(schema.handovers.id, id)).run();
}

export function handoverLater(db: Database, id: number, attempts: number, dueAt: Instant): void {
  db.update(schema.handovers).set({ attempts, dueAt }).where(eq(schema.handovers.id, id)).run();
}

/** The survivor became part of another ticket itself before it took over. */
export function handoverTo(db: Database, id: number, to: { number: number; merge: number }): void {
  db.update(schema.handovers).set({ to: to.number, merge: to.merge }).where(eq(schema.handovers.id, id)).run();
}

/** Whether the survivor may not know yet what this ticket has. */
export function hasOpenTakeover(db: Database): boolean {
  return db.select({ id: schema.handovers.id }).from(schema.handovers).where(eq(schema.handovers.kind, 'takeOver')).limit(1).get() !== undefined;
}

/** The last event that made this ticket part of another, and how the ticket was before. */
export function lastMerge(db: Database): (Before & { seq: number }) | null {
  const isMerge = sql`${schema.events.fact} ->> 'kind' = 'mergedInto'`;
  const event = db.select().from(schema.events).where(isMerge).orderBy(desc(schema.events.seq)).limit(1).get();
  return event?.fact.kind === 'mergedInto' ? { seq: event.seq, status: event.fact.status, closedAt: event.fact.closedAt } : null;
}

/** Everybody on this ticket, with the way they came. */
export function readHeirs(db: Database): Heir[] {
  const rows = db.select().from(schema.people).where(ne(schema.people.state, 'removed')).orderBy(asc(schema.people.pid)).all();
  return rows.map(({ pid: _, secret: __, mutedUntil: ___, ...heir }) => heir);
}

/** The next articles after the one with this id, with what had become of their letters. */
export function readPart(db: Database, after: number): Takeover['articles'] {
  const ids = db.select({ id: schema.articles.id }).from(schema.articles).where(gt(schema.articles.id, after)).orderBy(asc(schema.articles.id)).limit(ARTICLES_A_PART).all();
  const sent = lettersOf(db, ids.map((row) => row.id));
  return ids.flatMap(({ id }) => {
    const article = readArticle(db, id);
    return article === null ? [] : [{ ...article, lettersThen: article.path.length > 0 ? article.lettersThen : (sent.get(id) ?? []) }];
  });
}

function lettersOf(db: Database, articles: number[]): Map<number, ShownLetter[]> {
  const { letters, people } = schema;
  const carried = and(inArray(letters.article, articles), inArray(letters.kind, ['correspondence', 'comment']));
  const rows = db.select().from(letters).leftJoin(people, eq(people.address, letters.recipient)).where(carried).orderBy(asc(letters.id)).all();
  const sent = new Map<number, ShownLetter[]>();
  for (const { letters: letter, people: person } of rows) {
    const { kind, recipient, state, changedAt, reason, failure, possiblyTwice } = letter;
    const shown = { kind, to: { address: recipient, name: person?.name ?? '' }, state, at: changedAt, reason, failure, possiblyTwice };
    sent.set(letter.article, [...(sent.get(letter.article) ?? []), shown]);
  }
  return sent;
}

export function readTakeover(db: Database, number: number): TakeoverRow | null {
  return db.select().from(schema.takeovers).where(eq(schema.takeovers.number, number)).get() ?? null;
}

export function keepTakeover(db: Database, row: TakeoverRow): void {
  db.insert(schema.takeovers).values(row).onConflictDoUpdate({ target: schema.takeovers.number, set: row }).run();
}

/** The numbers of the tickets that are part of this one. */
export function readMerged(db: Database): number[] {
  return mergedNumbers(db, (query) => query.all()).map((row) => row.number);
}

const mergedNumbers = prepared((db) => db.select({ number: schema.takeovers.number }).from(schema.takeovers).where(eq(schema.takeovers.gone, false)).orderBy(asc(schema.takeovers.number)));

/** Copies them under ids from `base` on. One that is here already stays as it is. The directory goes on leading to their own ticket. */
export function copyArticles(db: Database, from: Pick<Takeover, 'number' | 'articles'>, base: number): void {
  for (const { attachments, by, ...article } of from.articles) {
    const id = base + article.id;
    // Whoever may still take an answer back does so on its own ticket, so here it is said.
    const state = article.state === 'leaving' ? ('said' as const) : article.state;
    const copy = { ...article, id, state, by: by.address, byName: by.name, path: [from.number, ...article.path], registered: true };
    db.insert(schema.articles).values(copy).onConflictDoNothing().run();
    noteEverOn(db, [by.address, ...addressesIn(article.lettersThen)]);
    for (const [position, file] of attachments.entries()) {
      db.insert(schema.attachments).values({ ...file, article: id, position }).onConflictDoNothing().run();
    }
  }
}

/** Forgets the articles that came by this path. Whether there were any. */
export function dropArticles(db: Database, path: number[]): boolean {
  const ids = db.select({ id: schema.articles.id }).from(schema.articles).where(cameBy(schema.articles.path, path)).all().map((row) => row.id);
  const those = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  db.delete(schema.attachments).where(sql`${schema.attachments.article} in ${those}`).run();
  db.delete(schema.articles).where(sql`${schema.articles.id} in ${those}`).run();
  return ids.length > 0;
}

/** Who came by this path, and was given no other role since. */
export function peopleBy(db: Database, path: number[]): Address[] {
  return db.select({ address: schema.people.address }).from(schema.people).where(cameBy(schema.people.path, path)).all().map((row) => row.address);
}

/** Paths are kept as JSON: `[12]` itself, or `[12,` and what lies behind. */
function cameBy(column: SQLiteColumn, path: number[]) {
  const whole = JSON.stringify(path);
  return or(sql`${column} = ${whole}`, sql`instr(${column}, ${`${whole.slice(0, -1)},`}) = 1`);
}
