/** What the desk knows apart from tickets: people, their ways in, queues, and the ledger of mails. In D1. */

import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { AuditAction } from '../rules/audit.ts';
import type { DeskView } from '../rules/desk-views.ts';
import type { LetterChoices } from '../rules/letter-choices.ts';
import type { LetterKind } from '../rules/letter-kinds.ts';
import type { Limited } from '../rules/limits.ts';
import type { Verdict } from '../rules/mail.ts';
import type { Calendar, ClosedReply } from '../rules/queues.ts';
import type { Readdressing } from '../rules/readdressing.ts';
import type { AccountRole, Address, Instant, Language } from '../rules/ticket.ts';

const instant = (name: string) => integer(name).$type<Instant>();

export const people = sqliteTable('people', {
  id: integer().primaryKey({ autoIncrement: true }),
  address: text().$type<Address>().notNull().unique(),
  name: text().notNull().default(''),
  language: text().$type<Language>().notNull(),
  role: text().$type<AccountRole>().notNull().default('requester'),
  /** Which letters they want as agents. The default is that of the rules. */
  letters: text({ mode: 'json' }).$type<LetterChoices>().notNull().default(sql`'{"new":"never","mine":"at-once","mentioned":"at-once","overdue":"digest"}'`),
  /** The queues whose tickets an agent works on; null: all. */
  queues: text({ mode: 'json' }).$type<number[]>(),
  /** IANA; null: the settings' zone. */
  zone: text(),
  /** How they read a ticket's history. */
  oldestFirst: integer('oldest_first', { mode: 'boolean' }).notNull().default(false),
  /** Whether single keys act for them (WCAG 2.1.4). */
  singleKeys: integer('single_keys', { mode: 'boolean' }).notNull().default(true),
  /** What agents should know of them; agents alone read it, and whoever it is about takes it along. */
  note: text().notNull().default(''),
  /** Beneath answers in letters. */
  signatureDe: text('signature_de').notNull().default(''),
  signatureEn: text('signature_en').notNull().default(''),
  createdAt: instant('created_at').notNull(),
  disabledAt: instant('disabled_at'),
}, (table) => [index('people_by_role').on(table.role, table.address)]);

/** Firms by their mail domains. */
export const organisations = sqliteTable('organisations', {
  id: integer().primaryKey({ autoIncrement: true }),
  name: text().notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A domain is of one organisation. */
export const organisationDomains = sqliteTable('organisation_domains', {
  /** A-labels, lower case, as `domainOf` returns it. */
  domain: text().primaryKey(),
  organisationId: integer('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
}, (table) => [index('organisation_domains_by_organisation').on(table.organisationId)]);

/** Who sees all tickets of an organisation. */
export const organisationPeople = sqliteTable('organisation_people', {
  organisationId: integer('organisation_id').notNull().references(() => organisations.id, { onDelete: 'cascade' }),
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
}, (table) => [primaryKey({ columns: [table.personId, table.organisationId] }), index('organisation_people_by_organisation').on(table.organisationId)]);

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
  /** When its person last proved who they are; some changes want that to be fresh (SW16). */
  provenAt: instant('proven_at').notNull().default(0),
  /** It was begun with a second factor, a passkey or the company's own sign-in (SW15). */
  strong: integer({ mode: 'boolean' }).notNull().default(false),
  /** What the browser calls itself, and the network it came from, for the person's list of sessions. */
  browser: text().notNull().default(''),
  network: text().notNull().default(''),
}, (table) => [index('sessions_by_person').on(table.personId), index('sessions_by_expiry').on(table.expiresAt)]);

export const linkPurposes = ['password', 'sign-in'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** Links in mails that let somebody set a password, or sign in without one. */
export const passwordLinks = sqliteTable('password_links', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text().$type<LinkPurpose>().notNull().default('password'),
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
}, (table) => [index('password_links_by_person').on(table.personId, table.createdAt)]);

/** Keys on people's devices that sign in by themselves (WebAuthn). */
export const passkeys = sqliteTable('passkeys', {
  /** Of the credential, base64url. */
  id: text().primaryKey(),
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  /** COSE key, base64url. */
  publicKey: text('public_key').notNull(),
  counter: integer().notNull(),
  transports: text({ mode: 'json' }).$type<string[]>().notNull(),
  name: text().notNull(),
  createdAt: instant('created_at').notNull(),
  lastUsedAt: instant('last_used_at'),
}, (table) => [index('passkeys_by_person').on(table.personId)]);

/** Authenticator apps (RFC 6238), one a person. */
export const authenticators = sqliteTable('authenticators', {
  personId: integer('person_id').primaryKey().references(() => people.id, { onDelete: 'cascade' }),
  /** 160 random bits, base32. */
  secret: text().notNull(),
  /** null: set up, but no code was entered yet. */
  confirmedAt: instant('confirmed_at'),
  /** The counter of the last code that was taken: a code counts once. */
  lastCounter: integer('last_counter').notNull().default(0),
});

/** Codes on paper for when the telephone is gone; each works once. */
export const recoveryCodes = sqliteTable('recovery_codes', {
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  codeHash: text('code_hash').notNull(),
  usedAt: instant('used_at'),
}, (table) => [primaryKey({ columns: [table.personId, table.codeHash] })]);

/** Ways in that are half gone: what was asked of the browser, until it answers. Each is used once. */
export const signInSteps = sqliteTable('sign_in_steps', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text().$type<'second-factor' | 'passkey' | 'new-passkey' | 'company'>().notNull(),
  personId: integer('person_id').references(() => people.id, { onDelete: 'cascade' }),
  /** What the next step needs to know. */
  facts: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  expiresAt: instant('expires_at').notNull(),
}, (table) => [index('sign_in_steps_by_expiry').on(table.expiresAt)]);

/** Keys for the commands of whoever keeps the desk (docs/upkeep.md). Whoever can write one into the database owns all that it opens anyway. */
export const upkeepKeys = sqliteTable('upkeep_keys', {
  tokenHash: text('token_hash').primaryKey(),
  expiresAt: instant('expires_at').notNull(),
});

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
  /** Beneath answers in letters. */
  signatureDe: text('signature_de').notNull().default(''),
  signatureEn: text('signature_en').notNull().default(''),
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
}, (table) => [
  index('intake_missing').on(table.receivedAt).where(sql`${table.missingAt} is not null`),
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

/** Answers that are written again and again; the shortcut in lower case. */
export const canned = sqliteTable('canned', {
  id: integer().primaryKey({ autoIncrement: true }),
  shortcut: text().notNull().unique('canned_by_shortcut'),
  de: text().notNull(),
  en: text().notNull(),
});

/** What was done of weight (SW18). Rows are only ever added: triggers refuse everything else, and each row's hash covers the one before. */
export const auditLog = sqliteTable('audit_log', {
  seq: integer().primaryKey(),
  at: instant('at').notNull(),
  by: text().$type<Address>(),
  action: text().$type<AuditAction>().notNull(),
  ticket: integer(),
  target: text().notNull(),
  network: text().notNull(),
  request: text().notNull(),
  hash: text().notNull(),
}, (table) => [
  index('audit_log_by_person').on(table.by, table.seq),
  index('audit_log_by_action').on(table.action, table.seq),
  index('audit_log_by_action_and_time').on(table.action, table.at),
  index('audit_log_by_ticket').on(table.ticket, table.seq),
]);

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

/** Who ever stood on which ticket, also whoever left it or was only named. As the tickets tell it: more than `ticket_people`, which has those who find it among theirs. */
export const everOn = sqliteTable('ever_on', {
  address: text().$type<Address>().notNull(),
  number: integer().notNull(),
}, (table) => [primaryKey({ columns: [table.address, table.number] })]);

/** Addresses that become others wherever they stand (P11, SW17), and how far that has got. */
export const readdressings = sqliteTable('readdressings', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text().$type<Readdressing['kind']>().notNull(),
  /** null: done, and known no more. */
  from: text().$type<Address>(),
  to: text().$type<Address>().notNull(),
  toName: text('to_name').notNull(),
  /** The last number that was taken when it began: whoever writes from the old address later is somebody new. */
  upTo: integer('up_to').notNull(),
  /** The last ticket that was gone through. */
  cursor: integer().notNull(),
  /** Whether this round changed something, or could not: then there is another. */
  again: integer({ mode: 'boolean' }).notNull(),
  /** Tickets that were visited and had the old address. */
  visits: integer().notNull(),
  startedAt: instant('started_at').notNull(),
  startedBy: text('started_by').$type<Address>().notNull(),
  doneAt: instant('done_at'),
}, (table) => [index('readdressings_open').on(table.id).where(sql`done_at is null`)]);

/** Links that prove a new address: they go there, and nowhere else. */
export const addressLinks = sqliteTable('address_links', {
  tokenHash: text('token_hash').primaryKey(),
  personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
  address: text().$type<Address>().notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
}, (table) => [index('address_links_by_person').on(table.personId, table.createdAt)]);

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
