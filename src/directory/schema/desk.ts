/** What agents keep for their work at the desk. In D1. */

import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DeskView } from '../../rules/desk-views.ts';
import type { LetterKind } from '../../rules/letter-kinds.ts';
import type { Address } from '../../rules/ticket.ts';
import { instant } from '../../instant-column.ts';
import { people } from './people.ts';

/** Answers that are written again and again; the shortcut in lower case. */
export const canned = sqliteTable('canned', {
  id: integer().primaryKey({ autoIncrement: true }),
  shortcut: text().notNull().unique('canned_by_shortcut'),
  de: text().notNull(),
  en: text().notNull(),
});

/** Lists that agents keep for themselves or for all: a query, its order and its columns, as the address bar has them. */
export const savedViews = sqliteTable('saved_views', {
  id: integer().primaryKey({ autoIncrement: true }),
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  name: text().notNull(),
  query: text().notNull(),
  sort: text().notNull(),
  columns: text().notNull(),
  shared: integer({ mode: 'boolean' }).notNull(),
  createdAt: instant('created_at').notNull(),
  /** Among those of its person; of the same place, by name. */
  place: integer().notNull().default(0),
}, (table) => [uniqueIndex('saved_views_by_person').on(table.personId, table.name), index('saved_views_shared').on(table.shared, table.name)]);

/** As agents want the desk's own views. */
export const viewColumns = sqliteTable('view_columns', {
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  view: text().$type<DeskView>().notNull(),
  columns: text().notNull(),
}, (table) => [primaryKey({ columns: [table.personId, table.view] })]);

/** Changes of many tickets at once, each with its journal, so that it can be undone. */
export const bulkChanges = sqliteTable('bulk_changes', {
  id: integer().primaryKey({ autoIncrement: true }),
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  act: text().notNull(),
  value: text().notNull(),
  at: instant('at').notNull(),
  undoneAt: instant('undone_at'),
});

export const bulkRows = sqliteTable('bulk_rows', {
  bulk: integer().notNull().references(() => bulkChanges.id, { onDelete: 'cascade' }),
  number: integer().notNull(),
  outcome: text(),
  undone: text(),
}, (table) => [primaryKey({ columns: [table.bulk, table.number] })]);

/** What agents are told once a day, in place of letters. `letter`: its row on the ticket. */
export const digestNotes = sqliteTable('digest_notes', {
  id: integer().primaryKey({ autoIncrement: true }),
  to: text().$type<Address>().notNull(),
  number: integer().notNull(),
  letter: integer().notNull(),
  kind: text().$type<LetterKind>().notNull(),
  /** null: the desk itself. */
  by: text().$type<Address>(),
  byName: text('by_name').notNull(),
  at: instant('at').notNull(),
}, (table) => [uniqueIndex('digest_notes_by_letter').on(table.number, table.letter), index('digest_notes_by_person').on(table.to, table.id)]);

/** `sending`: it is under way, or we crashed before hearing the answer; `unknown`: nobody knows whether it was taken. */
export type DigestState = 'sending' | 'sent' | 'failed' | 'unknown';

/** The one letter a day: marked before it is sent, so that no day has two. */
export const digests = sqliteTable('digests', {
  person: integer().notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** Counted from 1970 in the person's zone. */
  day: integer().notNull(),
  state: text().$type<DigestState>().notNull(),
  at: instant('at').notNull(),
  reason: text(),
}, (table) => [primaryKey({ columns: [table.person, table.day] }), index('digests_by_age').on(table.at)]);
