/** People and their firms, where they ever stood, and addresses that become others. In D1. */

import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { LetterChoices } from '../../rules/letter-choices.ts';
import type { Readdressing } from '../../rules/readdressing.ts';
import type { AccountRole, Address, Language } from '../../rules/ticket.ts';
import { instant } from '../../instant-column.ts';

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
