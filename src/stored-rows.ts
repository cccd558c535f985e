/** Tables as an export sees them: which columns they have, and rows of them. */

import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as v from 'valibot';
import type { StoredRow } from './rules/exported.ts';

const value = v.union([v.string(), v.number(), v.null()]);
export const storedRow = v.record(v.string(), value);

/** A row as `selectStored` reads it: with the place behind which the next ones are. */
const placed = v.objectWithRest({ place_of_row: v.number() }, value);

/** The next rows behind a place, with all columns in the order of the schema but those that no export holds. */
export function selectStored(table: SQLiteTable, { after, most, without = [] }: { after: number; most: number; without?: string[] }): SQL {
  const columns = namesOf(table).filter((name) => !without.includes(name)).map((name) => sql.identifier(name));
  return sql`select rowid as place_of_row, ${sql.join(columns, sql`, `)} from ${sql.identifier(getTableName(table))} where rowid > ${after} order by rowid limit ${most}`;
}

/** A row that was read so. */
export function storedFrom(row: unknown): { place: number; row: StoredRow } {
  const { place_of_row, ...rest } = v.parse(placed, row);
  return { place: place_of_row, row: rest };
}

/** Puts one row back, unless it is there already. */
export function insertStored(table: SQLiteTable, row: StoredRow): SQL {
  const values = sql.join(columnsIn(table, row).map((column) => sql`${row[column]}`), sql`, `);
  return sql`${insertInto(table, row)} values (${values}) on conflict do nothing`;
}

/** The same for many rows with the same columns, in one statement and with one parameter. */
export function insertAllStored(table: SQLiteTable, first: StoredRow, rows: StoredRow[]): SQL {
  const values = sql.join(columnsIn(table, first).map((column) => sql`value ->> ${sql.raw(`'$.${column}'`)}`), sql`, `);
  return sql`${insertInto(table, first)} select ${values} from json_each(${JSON.stringify(rows)}) where true on conflict do nothing`;
}

function insertInto(table: SQLiteTable, row: StoredRow): SQL {
  const names = columnsIn(table, row).map((column) => sql.identifier(column));
  return sql`insert into ${sql.identifier(getTableName(table))} (${sql.join(names, sql`, `)})`;
}

/** What a row lacks gets what the table says. Throws if it has what the table does not: a later release wrote it. */
function columnsIn(table: SQLiteTable, row: StoredRow): string[] {
  const known = namesOf(table);
  const unknown = Object.keys(row).find((column) => !known.includes(column));
  if (unknown !== undefined) throw new Error(`The export is of a later release: its table ${getTableName(table)} has a column ${unknown}`);
  return known.filter((column) => column in row);
}

function namesOf(table: SQLiteTable): string[] {
  return Object.values(getTableColumns(table)).map((column) => column.name);
}
