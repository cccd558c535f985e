import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ticketTables, ticketTablesFile } from '../../scripts/ticket-tables.ts';

test('a new ticket has the tables that its migrations leave; after a new one: npm run ticket-tables', () => {
  expect(readFileSync(ticketTablesFile, 'utf8')).toBe(ticketTables());
});
