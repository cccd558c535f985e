/**
 * `npm run ticket-tables`: writes migrations/ticket/tables.sql, the tables of a ticket as all its migrations leave them, after a new one was
 * generated. Tickets are made from it in one go; those of older releases go through the migrations that they have not had.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const folder = join(import.meta.dirname, '../migrations/ticket');
export const ticketTablesFile = join(folder, 'tables.sql');

/** What the file has to say. The last line is drizzle's note of how far the tables have come. */
export function ticketTables(): string {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)');
  for (const { tag } of journal.entries) db.exec(readFileSync(join(folder, `${tag}.sql`), 'utf8'));
  const made = db.prepare("select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by rowid").all();
  const newest = Math.max(...journal.entries.map(({ when }) => when));
  return [...made.map((one) => String(one['sql'])), `INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('', ${newest})`].map((statement) => `${statement};\n`).join('');
}

if (import.meta.main) writeFileSync(ticketTablesFile, ticketTables());
