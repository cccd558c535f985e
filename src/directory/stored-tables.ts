/** The desk's tables as an export takes them and an import puts them back. */

import { count, getTableName, max, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { StoredRow } from '../rules/exported.ts';
import { insertAllStored, selectStored, storedFrom } from '../stored-rows.ts';
import * as schema from './schema.ts';

type TableName = { [Name in keyof typeof schema]: (typeof schema)[Name] extends SQLiteTable ? Name : never }[keyof typeof schema];

/**
 * Every table in the order in which rows need each other, and whether an export holds it. Not: what opens something (passwords, passkeys, sessions,
 * links, keys), what is counted or collected for a day, and what the tickets tell: Message-IDs, and who was ever on them.
 */
const isExported: Record<TableName, boolean> = {
  calendars: true,
  queues: true,
  people: true,
  organisations: true,
  organisationDomains: true,
  organisationPeople: true,
  numbers: true,
  intake: true,
  canned: true,
  savedViews: true,
  viewColumns: true,
  bulkChanges: true,
  bulkRows: true,
  readdressings: true,
  auditLog: true,
  credentials: false,
  sessions: false,
  passwordLinks: false,
  passkeys: false,
  authenticators: false,
  recoveryCodes: false,
  signInSteps: false,
  upkeepKeys: false,
  confirmations: false,
  tallies: false,
  messageIds: false,
  everOn: false,
  digestNotes: false,
  digests: false,
  addressLinks: false,
};

const tables: SQLiteTable[] = Object.entries(isExported).flatMap(([name, exported]) => {
  const table = Object.entries(schema).find(([known]) => known === name)?.[1];
  return exported && table instanceof SQLiteTable ? [table] : [];
});

/** By their names in the database. */
export const storedTables: string[] = tables.map(getTableName);

function tableNamed(name: string): SQLiteTable {
  const table = tables.find((one) => getTableName(one) === name);
  if (table === undefined) throw new Error(`No export has a table ${name}`);
  return table;
}

/** The next rows of a table behind a place. `next` null: these are the last. */
export async function readStored(binding: D1Database, name: string, { after, most }: { after: number; most: number }): Promise<{ rows: StoredRow[]; next: number | null }> {
  const found = (await drizzle(binding).all(selectStored(tableNamed(name), { after, most }))).map(storedFrom);
  return { rows: found.map(({ row }) => row), next: found.length < most ? null : (found.at(-1)?.place ?? null) };
}

/** A parameter has at most two megabytes. */
const CHARACTERS_AT_ONCE = 500_000;

/** Puts rows back. Those that are there stay as they are. */
export async function putStored(binding: D1Database, name: string, rows: StoredRow[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const db = drizzle(binding);
  for (let from = 0; from < rows.length; ) {
    let upTo = from + 1;
    for (let characters = 0; upTo < rows.length && characters < CHARACTERS_AT_ONCE; upTo += 1) characters += JSON.stringify(rows[upTo]).length;
    await db.run(insertAllStored(tableNamed(name), first, rows.slice(from, upTo)));
    from = upTo;
  }
}

/** What a desk holds that nobody has used yet; then it has its first queue, and nothing else. */
export async function isUnused(binding: D1Database): Promise<boolean> {
  const db = drizzle(binding);
  const counted = await Promise.all([schema.people, schema.numbers, schema.intake, schema.auditLog, schema.organisations, schema.canned].map((table) => db.select({ total: count() }).from(table)));
  return counted.every(([row]) => row?.total === 0);
}

/** Makes room for the queues of an export. Only for a desk that nobody has used. */
export async function dropFirstQueue(binding: D1Database): Promise<void> {
  const db = drizzle(binding);
  await db.batch([db.delete(schema.queues), db.delete(schema.calendars)]);
}

/** The highest number that was ever given; 0 for none. */
export async function highestNumber(binding: D1Database): Promise<number> {
  const [row] = await drizzle(binding).select({ highest: max(schema.numbers.number) }).from(schema.numbers);
  return row?.highest ?? 0;
}

/** An imported ticket has its number, though the table of numbers was exported before it was opened. */
export async function keepNumbers(binding: D1Database, claims: { number: number; claimedBy: string }[]): Promise<void> {
  if (claims.length === 0) return;
  await drizzle(binding).insert(schema.numbers).select(sql`select value ->> 'number', value ->> 'claimedBy' from json_each(${JSON.stringify(claims)}) where true`).onConflictDoNothing();
}
