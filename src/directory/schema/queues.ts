/** Where tickets wait, and their numbers. In D1. */

import { sql } from 'drizzle-orm';
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Calendar, ClosedReply } from '../../rules/queues.ts';
import type { Address } from '../../rules/ticket.ts';
import { instant } from '../../instant-column.ts';

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
