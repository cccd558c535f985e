/** A ticket's rows as an export takes them and an import puts them back. Synchronous, like the ticket store. */

import { inArray } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { RESTORED } from '../outbox/drain.ts';
import type { RowPlace, StoredRow, TicketLine } from '../rules/exported.ts';
import type { Instant } from '../rules/ticket.ts';
import { insertStored, selectStored, storedFrom } from '../stored-rows.ts';
import * as schema from './schema.ts';
import { readOpenedBy, type Database } from './ticket-store.ts';

/**
 * Every table of a ticket in the order in which rows need each other, and whether an export holds it. `known` and `refreshes` are about the index,
 * which is derived.
 */
const isExported: Record<keyof typeof schema, boolean> = {
  ticket: true,
  people: true,
  articles: true,
  attachments: true,
  readings: true,
  events: true,
  letters: true,
  secrets: true,
  drafts: true,
  links: true,
  takeovers: true,
  handovers: true,
  everOn: true,
  refreshes: false,
  known: false,
};

/** Credentials that somebody gave are for one pair of eyes, and leave no copy. */
const SECRET = ['sealed'];

const tables: [string, SQLiteTable][] = Object.entries(schema).filter(([name]) => Object.entries(isExported).some(([known, exported]) => known === name && exported));

/** Characters of one answer, after which the row under way is the last: a row may have two megabytes, a call 32. */
const ENOUGH = 4_000_000;
/** Rows that are read at once: no more of them than fit into memory, however long they are. */
const ROWS_A_READ = 8;

/** The next rows. `next` null: these are the last. */
export function readRows(db: Database, from: RowPlace | null): { lines: TicketLine[]; next: RowPlace | null } {
  const lines: TicketLine[] = [];
  let characters = 0;
  const first = from === null ? 0 : tables.findIndex(([name]) => name === from.table);
  for (const [name, table] of tables.slice(first)) {
    let after = from?.table === name ? from.after : 0;
    for (;;) {
      const rows = db.all(selectStored(table, { after, most: ROWS_A_READ, without: SECRET })).map(storedFrom);
      for (const { place, row } of rows) {
        lines.push({ table: name, row });
        characters += charactersIn(row);
        after = place;
      }
      if (characters >= ENOUGH) return { lines, next: { table: name, after } };
      if (rows.length < ROWS_A_READ) break;
    }
  }
  return { lines, next: null };
}

function charactersIn(row: StoredRow): number {
  return Object.values(row).reduce<number>((sum, value) => sum + String(value).length, 0);
}

/** Puts rows back. Those that are there stay as they are. Throws if another ticket is here, or if a later release wrote the rows. */
export function putRows(db: Database, lines: TicketLine[]): void {
  const openedBy = lines.find((line) => line.table === 'ticket')?.row['opened_by'];
  const before = readOpenedBy(db);
  if (before !== null && openedBy !== undefined && openedBy !== before) throw new Error('Another ticket has this number');
  for (const [name, rows] of Map.groupBy(lines, (line) => line.table)) {
    const table = tables.find(([known]) => known === name)?.[1];
    if (table === undefined) throw new Error(`The export is of a later release: a ticket has no table ${name}`);
    for (const { row } of rows) db.run(insertStored(table, row));
  }
}

/** Letters that waited when the rows were exported may have left since: people look at them first (SR6). Returns how many there are. */
export function stopLetters(db: Database, at: Instant): number {
  const open = inArray(schema.letters.state, ['queued', 'sending', 'unknown']);
  return db.update(schema.letters).set({ state: 'failed', reason: RESTORED, changedAt: at }).where(open).returning({ id: schema.letters.id }).all().length;
}
