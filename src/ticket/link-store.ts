/** The links of a ticket to others. Synchronous, like the ticket store. */

import { and, asc, eq, sql } from 'drizzle-orm';
import type { Connection, Link } from '../rules/links.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** More than this no page shows. */
const MOST_LINKS = 100;

export function readLinks(db: Database): Link[] {
  return allLinks(db, (query) => query.all());
}

const allLinks = prepared((db) => db.select().from(schema.links).orderBy(asc(schema.links.relation), asc(schema.links.number)).limit(MOST_LINKS));

/** Whether it is so already, so that the same again is no event. */
export function isConnected(db: Database, connection: Connection): boolean {
  switch (connection.kind) {
    case 'linked':
      return isLinked(db, connection);
    case 'unlinked':
      return !isLinked(db, connection);
    case 'answered':
      return isRecorded(db, sql`${schema.events.fact} ->> 'kind' = 'answered' and ${schema.events.fact} ->> 'number' = ${connection.number} and ${schema.events.fact} ->> 'article' = ${connection.article}`);
    case 'mentionedBy':
      return isRecorded(db, sql`${schema.events.fact} ->> 'kind' = 'mentionedBy' and ${schema.events.fact} ->> 'number' = ${connection.number}`);
  }
}

export function changeLink(db: Database, change: Extract<Connection, { kind: 'linked' | 'unlinked' }>): void {
  const { relation, number } = change;
  if (change.kind === 'linked') db.insert(schema.links).values({ relation, number, subject: change.subject }).onConflictDoNothing().run();
  else db.delete(schema.links).where(isThis(relation, number)).run();
}

function isLinked(db: Database, { relation, number }: Pick<Link, 'relation' | 'number'>): boolean {
  return db.select({ number: schema.links.number }).from(schema.links).where(isThis(relation, number)).get() !== undefined;
}

function isThis(relation: Link['relation'], number: number) {
  return and(eq(schema.links.relation, relation), eq(schema.links.number, number));
}

function isRecorded(db: Database, fact: ReturnType<typeof sql>): boolean {
  return db.select({ seq: schema.events.seq }).from(schema.events).where(fact).limit(1).get() !== undefined;
}
