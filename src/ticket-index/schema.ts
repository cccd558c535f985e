/** The ticket index: what lists need to know of each ticket. In D1, derived from the ticket objects, never the truth. */

import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Failure, LetterKind } from '../rules/letter-kinds.ts';
import type { Trouble } from '../rules/letter-trouble.ts';
import type { Address, Instant, WatcherRole } from '../rules/ticket.ts';
import { summaryColumns } from './summary-columns.ts';

export const tickets = sqliteTable('tickets', {
  number: integer().primaryKey(),
  ...summaryColumns(),
  minutesSpent: integer('minutes_spent').notNull().default(0),
  requester: text().$type<Address>(),
  requesterName: text('requester_name').notNull(),
  ownerName: text('owner_name').notNull(),
  /** The requester's name and address as the search compares them. */
  requesterWords: text('requester_words').notNull().default(''),
  /** What stands behind the @ of their address. */
  requesterDomain: text('requester_domain').notNull().default(''),
}, (table) => [
  index('tickets_by_update').on(table.updatedAt),
  index('tickets_open_by_update').on(table.updatedAt).where(sql`closed_at is null`),
  index('tickets_open_by_due').on(table.dueAt).where(sql`closed_at is null`),
  index('tickets_open_by_until').on(table.waitingUntil).where(sql`closed_at is null`),
  index('tickets_open_by_spent').on(table.minutesSpent).where(sql`closed_at is null`),
  // For the counts of open tickets, with all that they ask for: else SQLite takes a wider index that has it, of all tickets (docs/bench.md).
  index('tickets_open').on(table.queue, table.status, table.closedAt).where(sql`closed_at is null`),
  index('tickets_by_owner').on(table.owner, table.closedAt, table.updatedAt),
  index('tickets_by_requester').on(table.requester, table.updatedAt),
  index('tickets_by_domain').on(table.requesterDomain, table.updatedAt),
]);

/** Which tickets bear which label. `folded`: as the search compares words, so that two spellings are one label. */
export const ticketLabels = sqliteTable('ticket_labels', {
  folded: text().notNull(),
  number: integer().notNull(),
  label: text().notNull(),
}, (table) => [primaryKey({ columns: [table.folded, table.number] }), index('ticket_labels_by_number').on(table.number)]);

/** Every label that was ever put on, as it was spelled first. */
export const labels = sqliteTable('labels', { folded: text().primaryKey(), label: text().notNull() });

/** How many tickets of a queue are over. The triggers of the migration keep it, so that counting them costs the same however many there are. */
export const endedCounts = sqliteTable('ended_counts', { queue: integer().primaryKey(), total: integer().notNull() });

/** Who is on which ticket, so that people find theirs. */
export const ticketPeople = sqliteTable('ticket_people', {
  address: text().$type<Address>().notNull(),
  number: integer().notNull(),
  role: text().$type<WatcherRole>().notNull(),
  /** The first article they may read. */
  fromArticle: integer('from_article').notNull().default(1),
}, (table) => [primaryKey({ columns: [table.address, table.number] }), index('ticket_people_by_number').on(table.number)]);

const saidColumns = () => ({
  number: integer().notNull(),
  /** 0: the ticket itself, by its number, subject and people. */
  article: integer().notNull(),
  byName: text('by_name').notNull(),
  at: integer().$type<Instant>().notNull(),
  /** What was written, less old mails and signatures, and the names of its files; for excerpts. */
  text: text().notNull(),
  /** Its different words as the search compares them. */
  words: text().notNull(),
});

/** What everybody on a ticket may find: correspondence. */
export const saidOutside = sqliteTable('said_outside', saidColumns(), (table) => [primaryKey({ columns: [table.number, table.article] })]);

/** What agents alone may find: comments and notes. A table of its own, so that no search of an outsider can come near it (P08). */
export const saidInside = sqliteTable('said_inside', saidColumns(), (table) => [primaryKey({ columns: [table.number, table.article] })]);

/** Every word that was ever said. A few of them contain what somebody looks for; those are looked up in `ticket_words` (FTS5, see the migration). */
export const vocabulary = sqliteTable('vocabulary', { id: integer().primaryKey(), word: text().notNull().unique() });

/** Letters that somebody should look at, and those that were such once. */
export const troubledLetters = sqliteTable('troubled_letters', {
  number: integer().notNull(),
  /** Its id on that ticket. */
  letter: integer().notNull(),
  kind: text().$type<LetterKind>().notNull(),
  recipient: text().$type<Address>().notNull(),
  /** null: nothing is wrong with it any more. */
  trouble: text().$type<Trouble>(),
  reason: text(),
  failure: text({ mode: 'json' }).$type<Failure>(),
  changedAt: integer('changed_at').$type<Instant>().notNull(),
}, (table) => [primaryKey({ columns: [table.number, table.letter] }), index('troubled_letters_by_time').on(table.changedAt).where(sql`${table.trouble} is not null`)]);
