/** The ways in: of people, and of whoever keeps the desk. In D1. */

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from '../../instant-column.ts';
import { people } from './people.ts';

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
