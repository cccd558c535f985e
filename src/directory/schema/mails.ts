/** The ledger of mails, and what is known around them. In D1. */

import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Limited } from '../../rules/limits.ts';
import type { Verdict } from '../../rules/mail.ts';
import type { Address } from '../../rules/ticket.ts';
import { instant } from '../../instant-column.ts';

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
  /** The queue that its addresses lead to; null while nobody has read them. */
  queue: integer(),
  /** Who decided at the door: an agent, or whoever was asked by mail. */
  decidedBy: text('decided_by').$type<Address>(),
  /** Whether the sender's domain vouched for it; null: it was never read. */
  verdict: text().$type<Verdict>(),
  /** It came without Cloudflare's stamp, though senders are checked (SA06). */
  unstamped: integer({ mode: 'boolean' }).notNull().default(false),
  /** Whom a letter asks whether it is theirs, or from somebody they know. */
  asked: text().$type<Address>(),
  /** When the check found its raw mail missing in R2; null: it is there, for all we know. */
  missingAt: instant('missing_at'),
  /** What R2 calls the bytes that were kept: their MD5. null: nobody has noted it yet. */
  etag: text(),
  /** When the check found other bytes in their place; null: they are the same, for all we know. */
  changedAt: instant('changed_at'),
}, (table) => [
  index('intake_missing').on(table.receivedAt).where(sql`${table.missingAt} is not null`),
  index('intake_changed').on(table.receivedAt).where(sql`${table.changedAt} is not null`),
  index('intake_unstamped').on(table.receivedAt).where(sql`${table.unstamped} = 1`),
  index('intake_by_time').on(table.receivedAt),
  index('intake_by_outcome').on(table.outcome, table.receivedAt),
  index('intake_by_message_id').on(table.messageId),
  index('intake_by_sender').on(table.sender, table.receivedAt),
  index('intake_decided').on(table.doneAt).where(sql`${table.decidedBy} is not null`),
]);

/** Links in letters that ask about a mail at the door. What a link is good for ends with the mail's wait. */
export const confirmations = sqliteTable('confirmations', {
  tokenHash: text('token_hash').primaryKey(),
  intake: text().notNull().references(() => intake.key),
  /** The ticket that the letter is about. */
  number: integer().notNull(),
  asked: text().$type<Address>().notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
}, (table) => [index('confirmations_by_intake').on(table.intake), index('confirmations_by_expiry').on(table.expiresAt)]);

/** What mails set in motion lately: counted, because both are limited (A10, A17). */
export const tallies = sqliteTable('tallies', {
  what: text().$type<Limited>().notNull(),
  /** The intake key of the mail. */
  claim: text().notNull(),
  /** The sender; marked if nobody vouches for them, so that a forger uses up nobody's room but their own. */
  who: text().notNull(),
  at: instant('at').notNull(),
}, (table) => [
  primaryKey({ columns: [table.what, table.claim] }),
  index('tallies_by_sender').on(table.what, table.who, table.at),
  index('tallies_by_time').on(table.what, table.at),
  index('tallies_by_age').on(table.at),
]);

/** Message-IDs of mails on tickets and of our letters, and those that mails on tickets answer: what a mail may name (T08). */
export const messageIds = sqliteTable('message_ids', {
  messageId: text('message_id').notNull(),
  number: integer().notNull(),
  origin: text().$type<'mail' | 'letter' | 'answered'>().notNull(),
}, (table) => [primaryKey({ columns: [table.messageId, table.number] })]);
