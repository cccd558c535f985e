/** The ticket index: what lists need to know of each ticket. In D1, derived from the ticket objects, never the truth. */

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Address, WatcherRole } from '../rules/ticket.ts';
import { summaryColumns } from './summary-columns.ts';

export const tickets = sqliteTable('tickets', {
  number: integer().primaryKey(),
  ...summaryColumns(),
  requester: text().$type<Address>(),
  requesterName: text('requester_name').notNull(),
  ownerName: text('owner_name').notNull(),
}, (table) => [
  index('tickets_by_status').on(table.status, table.updatedAt),
  index('tickets_by_owner').on(table.owner, table.status, table.updatedAt),
]);

/** Who is on which ticket, so that people find theirs. */
export const ticketPeople = sqliteTable('ticket_people', {
  address: text().$type<Address>().notNull(),
  number: integer().notNull(),
  role: text().$type<WatcherRole>().notNull(),
}, (table) => [primaryKey({ columns: [table.address, table.number] }), index('ticket_people_by_number').on(table.number)]);
