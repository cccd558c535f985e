/** The tables inside a ticket object: all that was said and done on one ticket, and what is still to be sent. */

import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from '../instant-column.ts';
import type { DraftForm } from '../rules/draft.ts';
import type { Invitation } from '../rules/invitation.ts';
import type { Relation } from '../rules/links.ts';
import type { Robot } from '../rules/mail.ts';
import type { ShownLetter } from '../rules/page.ts';
import type { BounceReason, Failure, LetterKind, LetterState } from '../rules/letter-kinds.ts';
import type { SecretState } from '../rules/asked-secret.ts';
import type { Address, ArticleKind, ArticleState, Attachment, Channel, Fact, Language, Look, Participant, WatcherRole } from '../rules/ticket.ts';
import { summaryColumns } from '../ticket-index/summary-columns.ts';

/** One row: the ticket itself. */
export const ticket = sqliteTable('ticket', {
  number: integer().primaryKey(),
  ...summaryColumns(),
  engagedAt: instant('engaged_at'),
  authenticated: integer({ mode: 'boolean' }).notNull(),
  articleCount: integer('article_count').notNull(),
  mergedInto: integer('merged_into'),
  /** What opened it; the same opening again changes nothing. */
  openedBy: text('opened_by').notNull(),
});

export const people = sqliteTable('people', {
  pid: integer().primaryKey({ autoIncrement: true }),
  address: text().$type<Address>().notNull().unique(),
  name: text().notNull(),
  role: text().$type<WatcherRole>().notNull(),
  state: text().$type<Participant['state']>().notNull(),
  language: text().$type<Language>().notNull(),
  secret: text().notNull(),
  fromArticle: integer('from_article').notNull(),
  bounced: text().$type<BounceReason>(),
  mutedUntil: instant('muted_until'),
  broughtBy: text('brought_by').$type<Address>(),
  path: text({ mode: 'json' }).$type<number[]>().notNull().default(sql`'[]'`),
});

export const articles = sqliteTable('articles', {
  id: integer().primaryKey(),
  kind: text().$type<ArticleKind>().notNull(),
  channel: text().$type<Channel>().notNull(),
  at: instant('at').notNull(),
  by: text().$type<Address>().notNull(),
  byName: text('by_name').notNull(),
  text: text().notNull(),
  html: text(),
  look: text().$type<Look>().notNull().default('plain'),
  invitation: text({ mode: 'json' }).$type<Invitation>(),
  intake: text().unique('articles_by_intake'),
  messageId: text('message_id'),
  answers: text({ mode: 'json' }).$type<string[]>().notNull().default(sql`'[]'`),
  forwarded: integer({ mode: 'boolean' }).notNull().default(false),
  automatic: text('robot').$type<Robot>(),
  sameMessageId: integer('same_message_id', { mode: 'boolean' }).notNull(),
  /** Whether the directory knows the Message-ID, so that replies find the ticket (T08). */
  registered: integer({ mode: 'boolean' }).notNull().default(false),
  state: text().$type<ArticleState>().notNull().default('said'),
  path: text({ mode: 'json' }).$type<number[]>().notNull().default(sql`'[]'`),
  redacted: integer({ mode: 'boolean' }).notNull().default(false),
  lettersThen: text('letters_then', { mode: 'json' }).$type<ShownLetter[]>().notNull().default(sql`'[]'`),
  minutes: integer().notNull().default(0),
}, (table) => [index('articles_by_minutes').on(table.minutes).where(sql`minutes > 0 and state <> 'takenBack'`)]);

/** Credentials that were asked for. `sealed`: encrypted under a key that is in no database, and only while it waits to be seen. */
export const secrets = sqliteTable('secrets', {
  id: integer().primaryKey(),
  label: text().notNull(),
  of: text().$type<Address>().notNull(),
  by: text().$type<Address>().notNull(),
  state: text().$type<SecretState>().notNull(),
  until: instant('until').notNull(),
  sealed: text(),
});

export const attachments = sqliteTable('attachments', {
  id: text().primaryKey(),
  article: integer().notNull().references(() => articles.id),
  position: integer().notNull(),
  name: text().notNull(),
  type: text().notNull(),
  size: integer().notNull(),
  key: text().notNull(),
  contentId: text('content_id'),
}, (table) => [index('attachments_by_article').on(table.article, table.position)]);

export const events = sqliteTable('events', {
  seq: integer().primaryKey(),
  at: instant('at').notNull(),
  /** null: the desk itself. */
  by: text().$type<Address>(),
  byName: text('by_name').notNull(),
  fact: text({ mode: 'json' }).$type<Fact>().notNull(),
}, (table) => [index('events_by_kind').on(sql`${table.fact} ->> 'kind'`), index('events_by_article').on(sql`${table.fact} ->> 'id'`)]);

/** What people have begun to write and not sent. */
export const drafts = sqliteTable('drafts', {
  by: text().$type<Address>().notNull(),
  byName: text('by_name').notNull(),
  form: text().$type<DraftForm>().notNull(),
  text: text().notNull(),
  attachments: text({ mode: 'json' }).$type<Attachment[]>().notNull(),
  minutes: integer().notNull().default(0),
  seen: integer().notNull(),
  savedAt: instant('saved_at').notNull(),
}, (table) => [primaryKey({ columns: [table.by, table.form] })]);

/** The outbox's letters. A row is never deleted: it is also the record of what became of the letter. */
export const letters = sqliteTable('letters', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** The event that caused it. */
  seq: integer().notNull().references(() => events.seq),
  kind: text().$type<LetterKind>().notNull(),
  recipient: text().$type<Address>().notNull(),
  article: integer().notNull(),
  state: text().$type<LetterState>().notNull(),
  attempts: integer().notNull().default(0),
  /** When it may be tried (again). */
  dueAt: instant('due_at').notNull(),
  changedAt: instant('changed_at').notNull(),
  /** The Message-ID the platform gave it, with angle brackets. */
  messageId: text('message_id'),
  /** As in `articles`. */
  registered: integer({ mode: 'boolean' }).notNull().default(false),
  /** When it was handed over, or the first time that it may have been. */
  handedAt: instant('handed_at'),
  reason: text(),
  /** Why it did not reach its reader. */
  failure: text({ mode: 'json' }).$type<Failure>(),
  possiblyTwice: integer('possibly_twice', { mode: 'boolean' }).notNull().default(false),
  /** When somebody had it sent again: its tries count from then. */
  againAt: instant('again_at'),
  /** Somebody has set its present trouble aside. */
  settled: integer({ mode: 'boolean' }).notNull().default(false),
  /** Its last change that the list of letters in trouble knows; null: it was never on it. */
  toldAt: instant('told_at'),
}, (table) => [index('letters_by_state').on(table.state, table.dueAt), index('letters_by_seq').on(table.seq)]);

/** The outbox's index refresh: at most one row, the newest version that the ticket index should have. */
export const refreshes = sqliteTable('refreshes', {
  id: integer().primaryKey(),
  version: integer().notNull(),
  attempts: integer().notNull().default(0),
  dueAt: instant('due_at').notNull(),
});

/** The outbox's handovers: what other tickets are to know of a merge, in order. A row is deleted when it is done. */
export const handovers = sqliteTable('handovers', {
  id: integer().primaryKey({ autoIncrement: true }),
  /** `takeOver`: all that this ticket has; `giveBack`: what came by `path`. */
  kind: text().$type<'takeOver' | 'giveBack'>().notNull(),
  to: integer().notNull(),
  /** The event that merged the ticket. */
  merge: integer().notNull(),
  path: text({ mode: 'json' }).$type<number[]>().notNull(),
  at: instant('at').notNull(),
  by: text().$type<Address>().notNull(),
  byName: text('by_name').notNull(),
  attempts: integer().notNull().default(0),
  dueAt: instant('due_at').notNull(),
});

/** The tickets that this one is linked with. */
export const links = sqliteTable('links', {
  relation: text().$type<Relation>().notNull(),
  number: integer().notNull(),
  subject: text().notNull(),
}, (table) => [primaryKey({ columns: [table.relation, table.number] })]);

/** The tickets that became part of this one. */
export const takeovers = sqliteTable('takeovers', {
  number: integer().primaryKey(),
  /** The event of that ticket: a later merge has a higher one. */
  merge: integer().notNull(),
  /** What its articles' ids count from here. */
  base: integer().notNull(),
  gone: integer({ mode: 'boolean' }).notNull().default(false),
});

/** One row: how far the ticket index knows what is said here. */
export const known = sqliteTable('known_to_search', {
  id: integer().primaryKey(),
  /** Words of the ticket itself. */
  head: text().notNull(),
  /** The last article, and how many there were up to it. */
  upTo: integer('up_to').notNull(),
  articles: integer().notNull(),
  /** Words that were taken out of a text for good. */
  forgotten: text({ mode: 'json' }).$type<string[]>().notNull().default(sql`'[]'`),
});

/** What mails were read as before they were read again. */
export const readings = sqliteTable('readings', {
  id: integer().primaryKey({ autoIncrement: true }),
  article: integer().notNull().references(() => articles.id),
  text: text().notNull(),
  html: text(),
  attachments: text({ mode: 'json' }).$type<Attachment[]>().notNull(),
  replacedAt: instant('replaced_at').notNull(),
}, (table) => [index('readings_by_article').on(table.article)]);

/** Every address that ever stood on the ticket; `told`: the directory knows it. */
export const everOn = sqliteTable('ever_on', {
  address: text().$type<Address>().primaryKey(),
  told: integer({ mode: 'boolean' }).notNull().default(false),
});
