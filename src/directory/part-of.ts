import { sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/**
 * Whether the text holds this part, whatever its capitals. SQLite knows capitals of ASCII alone, so that any other letter stands here for any
 * letter: rather one row too many than the one missing. What people type is no pattern.
 */
export function holdsPart(text: SQL | SQLiteColumn, part: string): SQL {
  const letters = [...part].map((letter) => (/[\\%_]/.test(letter) ? `\\${letter}` : /[^\x00-\x7f]/.test(letter) ? '_' : letter));
  return sql`${text} like ${`%${letters.join('')}%`} escape '\\'`;
}
