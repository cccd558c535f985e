/** The full-text tables (FTS5), made by a migration by hand: drizzle-kit does not know such tables, so they stand apart from the schema. */

import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Which words were said on which ticket. `rowid` is its number. It keeps no text: `words` can be written and matched, not read. */
export const ticketWords = sqliteTable('ticket_words', { rowid: integer().primaryKey(), words: text().notNull() });

/** The vocabulary by parts of words, of three letters and more. */
export const wordParts = sqliteTable('word_parts', { rowid: integer().primaryKey(), word: text().notNull() });
