/** What a writer had been shown of a ticket when they wrote, and what came since. */

import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Newer } from '../rules/unseen.ts';
import type { Address, Fact } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** Articles newer than the one with this id, oldest first; none if nobody knows what was shown. */
export function newerThan(db: Database, seen: number | null): Newer[] {
  if (seen === null) return [];
  const { id, kind, automatic, state, by } = schema.articles;
  const rows = db.select({ id, kind, automatic, state, by }).from(schema.articles).where(gt(id, seen)).orderBy(id).all();
  return rows.map((row) => ({ ...row, by: { address: row.by } }));
}

/** The newest article of which the letters to this person told that a mail answers; null if it answers none of them. */
export function toldBy(db: Database, to: Address, references: string[]): number | null {
  if (references.length === 0) return null;
  const theirs = and(eq(schema.letters.recipient, to), inArray(schema.letters.messageId, references.slice(-90)));
  return db.select({ newest: sql<number | null>`max(${schema.letters.article})` }).from(schema.letters).where(theirs).get()?.newest ?? null;
}

/** Who came onto the ticket since an agent last answered its requester; nobody before the first answer. */
export function readNewcomers(db: Database): Address[] {
  const { events } = schema;
  const kindIs = (kind: Fact['kind']) => sql`${events.fact} ->> 'kind' = ${kind}`;
  const isContact = and(kindIs('fieldChanged'), sql`${events.fact} ->> 'field' = 'lastContactAt'`);
  const last = db.select({ seq: sql<number | null>`max(${events.seq})` }).from(events).where(isContact).get()?.seq ?? null;
  if (last === null) return [];
  const rows = db.select({ fact: events.fact }).from(events).where(and(kindIs('joined'), gt(events.seq, last))).all();
  return rows.flatMap(({ fact }) => (fact.kind === 'joined' ? [fact.person.address] : []));
}

/** The newest article; for outsiders the newest that is not kept from all of them, so that its number tells nothing. */
export function newestArticle(db: Database, staff: boolean): number {
  return (staff ? newestOfAll : newestShown)(db, (query) => query.get())?.newest ?? 0;
}

const newest = { newest: sql<number | null>`max(${schema.articles.id})` };
const newestOfAll = prepared((db) => db.select(newest).from(schema.articles));
const newestShown = prepared((db) => db.select(newest).from(schema.articles).where(and(eq(schema.articles.kind, 'correspondence'), eq(schema.articles.state, 'said'), isNull(schema.articles.automatic))));
