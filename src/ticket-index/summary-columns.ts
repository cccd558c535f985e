import { sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Address, Instant, Status } from '../rules/ticket.ts';

/**
 * The columns that a ticket's own table and the ticket index share. A new plain field is added here, in `Fields`
 * (rules/ticket), in `text/`, and where the rules set it.
 */
export function summaryColumns() {
  return {
    version: integer().notNull(),
    subject: text().notNull(),
    queue: integer().notNull(),
    status: text().$type<Status>().notNull(),
    owner: text().$type<Address>(),
    priority: integer().notNull(),
    finalPriority: integer('final_priority').notNull(),
    createdAt: integer('created_at').$type<Instant>().notNull(),
    startsAt: integer('starts_at').$type<Instant>().notNull(),
    startedAt: integer('started_at').$type<Instant>(),
    lastContactAt: integer('last_contact_at').$type<Instant>(),
    dueAt: integer('due_at').$type<Instant>().notNull(),
    closedAt: integer('closed_at').$type<Instant>(),
    waitingUntil: integer('waiting_until').$type<Instant>(),
    updatedAt: integer('updated_at').$type<Instant>().notNull(),
    updatedBy: text('updated_by').$type<Address>(),
    labels: text({ mode: 'json' }).$type<string[]>().notNull().default(sql`'[]'`),
  };
}
