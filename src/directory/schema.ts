/** What the desk knows apart from tickets: people, their ways in, queues, and the ledger of mails. In D1. */

import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AccountRole, Address, Calendar, ClosedReply, Instant, Language } from '../rules/ticket.ts';

const instant = (name: string) => integer(name).$type<Instant>();

export const people = sqliteTable('people', {
  id: integer().primaryKey({ autoIncrement: true }),
  address: text().$type<Address>().notNull().unique(),
  name: text().notNull().default(''),
  language: text().$type<Language>().notNull(),
  role: text().$type<AccountRole>().notNull().default('requester'),
  /** Agents who get a letter for each new ticket (P01). */
  wantsNewTickets: integer('wants_new_tickets', { mode: 'boolean' }).notNull().default(false),
  createdAt: instant('created_at').notNull(),
  disabledAt: instant('disabled_at'),
}, (table) => [index('people_by_role').on(table.role, table.address)]);

export const credentials = sqliteTable('credentials', {
  personId: integer('person_id').primaryKey().references(() => people.id, { onDelete: 'cascade' }),
  /** PHC string: `$argon2id$v=19$m=…`. */
  passwordHash: text('password_hash').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

export const sessions = sqliteTable('sessions', {
  /** SHA-256 of the cookie's token, hex: a stolen database opens no session. */
  tokenHash: text('token_hash').primaryKey(),
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  createdAt: instant('created_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
}, (table) => [index('sessions_by_person').on(table.personId), index('sessions_by_expiry').on(table.expiresAt)]);

/** Links in mails that let somebody set a password. */
export const passwordLinks = sqliteTable('password_links', {
  tokenHash: text('token_hash').primaryKey(),
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
}, (table) => [index('password_links_by_person').on(table.personId, table.createdAt)]);

export const queues = sqliteTable('queues', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  /** null: the settings' support address and subject tag. */
  address: text().$type<Address>().unique(),
  tag: text(),
  aliases: text({ mode: 'json' }).$type<Address[]>().notNull().default(sql`'[]'`),
  formerTags: text('former_tags', { mode: 'json' }).$type<string[]>().notNull().default(sql`'[]'`),
  retiredAt: instant('retired_at'),
  calendarId: integer('calendar_id').notNull().references(() => calendars.id),
  dueDays: integer('due_days').notNull().default(3),
  closedReply: text('closed_reply').$type<ClosedReply>().notNull().default('refuse'),
  reopenDays: integer('reopen_days').notNull().default(14),
  priority: integer().notNull().default(5),
  finalPriority: integer('final_priority').notNull().default(50),
}, (table) => [uniqueIndex('queues_by_tag').on(sql`lower(${table.tag})`)]);

export const calendars = sqliteTable('calendars', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  /** null: the settings' zone and holidays. */
  zone: text(),
  holidays: text(),
  hours: text({ mode: 'json' }).$type<Calendar['hours']>().notNull(),
  /** Days off beside the public holidays, ISO dates. */
  daysOff: text('days_off', { mode: 'json' }).$type<string[]>().notNull().default(sql`'[]'`),
});

/** Which ticket numbers are taken, and by what: an intake key or a portal form. */
export const numbers = sqliteTable('numbers', {
  number: integer().primaryKey(),
  claimedBy: text('claimed_by').notNull().unique(),
});

export const intakeOutcomes = ['received', 'filed', 'door', 'refused', 'machine', 'loop'] as const;
export type IntakeOutcome = (typeof intakeOutcomes)[number];

/** One row for every mail that ever arrived. Its raw bytes are in R2 under `raw/<key>`. */
export const intake = sqliteTable('intake', {
  /** SHA-256, hex, of the sender's part of the mail (SO03). */
  key: text().primaryKey(),
  receivedAt: instant('received_at').notNull(),
  /** How often we began to read it; counted before parsing (SP09), taken back where an outage stopped us. */
  attempts: integer().notNull().default(1),
  size: integer().notNull(),
  envelopeFrom: text('envelope_from').notNull(),
  /** The addresses of ours it was sent to. */
  envelopeTo: text('envelope_to', { mode: 'json' }).$type<string[]>().notNull(),
  messageId: text('message_id'),
  sender: text(),
  senderName: text('sender_name'),
  subject: text(),
  outcome: text().$type<IntakeOutcome>().notNull().default('received'),
  /** One of the reasons that have a sentence in `text/`. */
  reason: text(),
  /** The ticket it is on, or claims to belong to. */
  number: integer(),
  article: integer(),
  doneAt: instant('done_at'),
  /** Who decided at the door. */
  decidedBy: text('decided_by').$type<Address>(),
}, (table) => [
  index('intake_by_time').on(table.receivedAt),
  index('intake_by_outcome').on(table.outcome, table.receivedAt),
  index('intake_by_message_id').on(table.messageId),
]);

/** Message-IDs of mails on tickets and of our letters, and those that mails on tickets answer: what a mail may name (T08). */
export const messageIds = sqliteTable('message_ids', {
  messageId: text('message_id').notNull(),
  number: integer().notNull(),
  origin: text().$type<'mail' | 'letter' | 'answered'>().notNull(),
}, (table) => [primaryKey({ columns: [table.messageId, table.number] })]);
