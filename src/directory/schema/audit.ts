/** What was done of weight. In D1. */

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AuditAction } from '../../rules/audit.ts';
import type { Address } from '../../rules/ticket.ts';
import { instant } from '../../instant-column.ts';

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
