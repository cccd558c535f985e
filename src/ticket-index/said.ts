/** The statements that bring what was said into the search. */

import { and, eq, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { saidInside, saidOutside, tickets, vocabulary } from './schema.ts';
import type { Said, Searchable } from './searchable.ts';
import type { Summary } from './summarize.ts';
import { ticketWords } from './word-tables.ts';

/**
 * To run in one batch, after the ticket's own row: they do nothing if the index has a newer version by then, which knows all
 * that this one knows. Repeating changes nothing.
 */
export function keepSaid(db: DrizzleD1Database, { number, version, createdAt }: Summary, { head, said, anew, forgotten }: Searchable) {
  const isThisVersion = sql`exists (select 1 from ${tickets} where ${tickets.number} = ${number} and ${tickets.version} = ${version})`;
  const itself: Said = { inside: false, article: 0, at: createdAt, byName: '', text: '', words: head };
  const forget = (table: typeof saidOutside | typeof saidInside) => db.delete(table).where(and(eq(table.number, number), isThisVersion));
  const keep = (table: typeof saidOutside | typeof saidInside, rows: Said[]) =>
    db.insert(table)
      // Columns in the order of the schema: drizzle names them all.
      .select(sql`select ${number}, value ->> 'article', value ->> 'byName', value ->> 'at', value ->> 'text', value ->> 'words' from json_each(${JSON.stringify(rows)}) where ${isThisVersion}`)
      .onConflictDoUpdate({ target: [table.number, table.article], set: { byName: sql`excluded.by_name`, text: sql`excluded.text`, words: sql`excluded.words` } });
  const words = [...new Set([head, ...said.map((one) => one.words)].join(' ').split(' '))];

  return [
    ...(anew ? [forget(saidOutside), forget(saidInside)] : []),
    keep(saidOutside, [itself, ...said.filter((one) => !one.inside)]),
    ...(said.some((one) => one.inside) ? [keep(saidInside, said.filter((one) => one.inside))] : []),
    db.insert(vocabulary).select(sql`select null, value from json_each(${JSON.stringify(words)}) where value <> ''`).onConflictDoNothing(),
    db.delete(ticketWords).where(and(eq(ticketWords.rowid, number), isThisVersion)),
    db.insert(ticketWords).select(sql`select ${number}, group_concat(words, ' ') from (select words from ${saidOutside} where number = ${number} union all select words from ${saidInside} where number = ${number}) where ${isThisVersion} having count(*) > 0`),
    ...(forgotten.length === 0 ? [] : [db.delete(vocabulary).where(and(sql`${vocabulary.word} in (select value from json_each(${JSON.stringify(forgotten)}))`, isSaidNowhere))]),
  ];
}

const isSaidNowhere = sql`not exists (select 1 from ${ticketWords} where ${sql.identifier('ticket_words')} match '"' || ${vocabulary.word} || '"')`;
