/** Every place of a ticket object where an address and its name can stand. Synchronous, like the ticket store. */

import { eq, or, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { readdressed, type Readdressing } from '../rules/readdressing.ts';
import type { Address, Participant, WatcherRole } from '../rules/ticket.ts';
import { noteEverOn } from './ever-on-store.ts';
import { newSecret } from './new-secret.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** Puts the new address in the place of the old one. The names that stood beside it, or null if it stood nowhere. */
export function swapAddress(db: Database, asked: Readdressing): string[] | null {
  const names = [...new Set([...swapPeople(db, asked), ...swapArticles(db, asked), ...swapEvents(db, asked)])];
  const rows = [swapLetters(db, asked), swapDrafts(db, asked), swapOthers(db, asked)];
  const noted = db.delete(schema.everOn).where(eq(schema.everOn.address, asked.from)).returning().all();
  if (noted.length > 0) noteEverOn(db, [asked.to.address]);
  return noted.length > 0 || names.length > 0 || rows.some((count) => count > 0) ? names : null;
}

/** Keys in mails that are out go with the old address. Nothing is sent to whoever is erased (P11); a new address has not failed yet. */
function swapPeople(db: Database, { kind, from, to }: Readdressing): string[] {
  const { people } = schema;
  db.update(people).set({ broughtBy: to.address }).where(eq(people.broughtBy, from)).run();
  const row = db.select().from(people).where(eq(people.address, from)).get();
  if (row === undefined) return [];
  const there = db.delete(people).where(eq(people.address, to.address)).returning().get();
  const as = there === undefined ? row : together(row, there);
  const own = kind === 'erased' ? ({ name: to.name, bounced: 'erased' } as const) : { bounced: null };
  db.update(people).set({ ...as, address: to.address, secret: newSecret(), ...own }).where(eq(people.address, from)).run();
  return [row.name];
}

type Standing = Pick<Participant, 'role' | 'state' | 'fromArticle'>;

/** Somebody who was on the ticket with both addresses stays as what they were most. */
function together(one: Standing, other: Standing): Standing {
  const [stronger, weaker] = one.state === 'removed' || (other.state !== 'removed' && ROLES.indexOf(other.role) < ROLES.indexOf(one.role)) ? [other, one] : [one, other];
  const { role, state } = stronger;
  return { role, state, fromArticle: weaker.state === 'removed' ? stronger.fromArticle : Math.min(one.fromArticle, other.fromArticle) };
}

const ROLES: WatcherRole[] = ['requester', 'agent', 'cc'];

/** The raw mail of whoever is erased is deleted, so nothing leads to it any more. What they wrote stays. */
function swapArticles(db: Database, asked: Readdressing): string[] {
  const { kind, from, to } = asked;
  const { articles, attachments } = schema;
  for (const { id, lettersThen } of db.select({ id: articles.id, lettersThen: articles.lettersThen }).from(articles).where(holds(articles.lettersThen, from)).all()) {
    db.update(articles).set({ lettersThen: readdressed(lettersThen, asked) }).where(eq(articles.id, id)).run();
  }
  const theirs = db.select({ id: articles.id, byName: articles.byName, intake: articles.intake }).from(articles).where(eq(articles.by, from)).all();
  if (kind === 'erased') {
    const raw = theirs.flatMap(({ intake }) => (intake === null ? [] : [`raw/${intake}`]));
    db.delete(attachments).where(sql`${attachments.key} in (select value from json_each(${JSON.stringify(raw)}))`).run();
  }
  const own = kind === 'erased' ? { byName: to.name, intake: null } : {};
  db.update(articles).set({ by: to.address, ...own }).where(eq(articles.by, from)).run();
  return theirs.map(({ byName }) => byName);
}

function swapEvents(db: Database, asked: Readdressing): string[] {
  const { kind, from, to } = asked;
  const { events } = schema;
  for (const { seq, fact } of db.select({ seq: events.seq, fact: events.fact }).from(events).where(holds(events.fact, from)).all()) {
    db.update(events).set({ fact: readdressed(fact, asked) }).where(eq(events.seq, seq)).run();
  }
  const theirs = db.selectDistinct({ name: events.byName }).from(events).where(eq(events.by, from)).all();
  db.update(events).set({ by: to.address, ...(kind === 'erased' ? { byName: to.name } : {}) }).where(eq(events.by, from)).run();
  return theirs.map(({ name }) => name);
}

function swapLetters(db: Database, asked: Readdressing): number {
  const { letters } = schema;
  const rows = db.select({ id: letters.id, recipient: letters.recipient, failure: letters.failure }).from(letters).where(or(eq(letters.recipient, asked.from), holds(letters.failure, asked.from))).all();
  // A change of the letter, so that the list of letters in trouble is told.
  for (const { id, ...row } of rows) db.update(letters).set({ ...readdressed(row, asked), changedAt: sql`${letters.changedAt} + 1` }).where(eq(letters.id, id)).run();
  return rows.length;
}

/** What an erased person had not sent was said to nobody. */
function swapDrafts(db: Database, { kind, from, to }: Readdressing): number {
  const { drafts } = schema;
  const theirs = db.select().from(drafts).where(eq(drafts.by, from)).all();
  db.delete(drafts).where(eq(drafts.by, from)).run();
  if (kind === 'moved') for (const draft of theirs) db.insert(drafts).values({ ...draft, by: to.address }).onConflictDoNothing().run();
  return theirs.length;
}

/** Credentials that were asked for, merges on their way, and the ticket's owner. */
function swapOthers(db: Database, { kind, from, to }: Readdressing): number {
  const { handovers, secrets, ticket } = schema;
  const asked = db.update(secrets).set({ of: sql`case when ${secrets.of} = ${from} then ${to.address} else ${secrets.of} end`, by: sql`case when ${secrets.by} = ${from} then ${to.address} else ${secrets.by} end` }).where(or(eq(secrets.of, from), eq(secrets.by, from))).returning({ id: secrets.id }).all();
  const moving = db.update(handovers).set({ by: to.address, ...(kind === 'erased' ? { byName: to.name } : {}) }).where(eq(handovers.by, from)).returning({ id: handovers.id }).all();
  const owned = db.update(ticket).set({ owner: to.address }).where(eq(ticket.owner, from)).returning({ number: ticket.number }).all();
  return asked.length + moving.length + owned.length;
}

/** Addresses stand in JSON as they are: nothing in them is escaped there. */
function holds(column: SQLiteColumn, address: Address) {
  return sql`instr(${column}, ${address}) > 0`;
}
