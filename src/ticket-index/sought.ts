/** The SQL of looking for words: which tickets have them, and where they stand. */

import { and, desc, eq, exists, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Viewer } from '../rules/page.ts';
import { isStaff } from '../rules/ticket.ts';
import { saidInside, saidOutside, tickets, vocabulary } from './schema.ts';
import { readableBy } from './visible.ts';
import { ticketWords, wordParts } from './word-tables.ts';

/**
 * Most words of the vocabulary that one sought word stands for: those that begin with it, and those that contain it. What was
 * first said is taken first, and that is what is said most.
 */
const BEGINNING = 20;
const CONTAINING = 40;

/** Shorter parts than this are not in the index. */
const SHORTEST_PART = 3;

/**
 * On rows of `ticket_words`: all words were said on the ticket. The vocabulary turns each into the whole words to look up, so
 * that the cost hangs on neither the tickets nor the texts there are.
 */
export function saysAll(words: readonly string[]): SQL {
  return sql`${sql.identifier('ticket_words')} match (${sql.join(words.map(standsFor), sql` || ' AND ' || `)})`;
}

function standsFor(word: string): SQL {
  const beginning = sql`select * from (select ${vocabulary.word} from ${vocabulary} where ${vocabulary.word} >= ${word} and ${vocabulary.word} < ${`${word}\u{10ffff}`} limit ${sql.raw(String(BEGINNING))})`;
  const containing = sql`union select * from (select ${wordParts.word} from ${wordParts} where ${wordParts.word} like ${`%${word}%`} limit ${sql.raw(String(CONTAINING))})`;
  return sql`(select '(' || group_concat('"' || word || '"', ' OR ') || ')' from (select ${word} as word union ${beginning} ${isShort(word) ? sql`` : containing}))`;
}

/**
 * On rows of `tickets`, for somebody outside: each word stands in something they may read. They have few tickets, so what was
 * said on them is looked through; what agents said among themselves is not even asked.
 */
export function saysToAll(binding: D1Database, reader: Viewer, words: readonly string[]): SQL | undefined {
  const db = drizzle(binding);
  const saysOne = (word: string) => exists(db.select({ one: sql`1` }).from(saidOutside).where(and(eq(saidOutside.number, tickets.number), readableBy(binding, reader), contains(saidOutside.words, word))));
  return and(...words.map(saysOne));
}

/**
 * Where on the ticket the words stand: JSON `{article, byName, inside, text}` of the newest text with most of them, or null if only
 * the ticket itself has them. Without words, how what was said last begins.
 */
export function whereSaid(binding: D1Database, reader: Viewer, words: readonly string[]): SQL<string | null> {
  const readable = readableBy(binding, reader);
  const textsIn = words.length === 0 ? newestText : textsWith(words);
  const outside = sql`select * from ${textsIn(binding, saidOutside, readable)}`;
  const all = isStaff(reader.role) ? sql`${outside} union all select * from ${textsIn(binding, saidInside, undefined)}` : outside;
  return sql<string | null>`(select json_object('article', article, 'byName', by_name, 'inside', inside, 'text', text) from (${all}) where hits > 0 order by hits desc, article desc limit 1)`;
}

type Said = typeof saidOutside | typeof saidInside;

function textsWith(words: readonly string[]) {
  return (binding: D1Database, table: Said, readable: SQL | undefined) => {
    const hits = sql.join(words.map((word) => sql`(${contains(table.words, word)})`), sql` + `);
    return drizzle(binding)
      .select({ article: table.article, byName: table.byName, text: table.text, inside: isInside(table), hits: hits.as('hits') })
      .from(table)
      .where(and(eq(table.number, tickets.number), sql`${table.article} > 0`, readable));
  };
}

/** More than a row of a list shows of it. */
const BEGINNING_OF_TEXT = 400;

/** Found by the key of the texts, so that a ticket with a thousand of them costs a list no more than any other. */
function newestText(binding: D1Database, table: Said, readable: SQL | undefined) {
  return drizzle(binding)
    .select({ article: table.article, byName: table.byName, text: sql`substr(${table.text}, 1, ${sql.raw(String(BEGINNING_OF_TEXT))})`.as('text'), inside: isInside(table), hits: sql`1`.as('hits') })
    .from(table)
    .where(and(eq(table.number, tickets.number), sql`${table.article} > 0`, readable))
    .orderBy(desc(table.article))
    .limit(1);
}

function isInside(table: Said) {
  return sql.raw(table === saidInside ? '1' : '0').as('inside');
}

/** A short word is looked for at the beginning of words, as in the vocabulary. */
function contains(said: typeof saidOutside.words | typeof saidInside.words, word: string): SQL {
  return isShort(word) ? sql`instr(' ' || ${said}, ${` ${word}`}) > 0` : sql`instr(${said}, ${word}) > 0`;
}

function isShort(word: string): boolean {
  return Array.from(word).length < SHORTEST_PART;
}

/** Newest ticket first: the order in which the words are kept, so that a page of hits ends the search. */
export const newestFirst = desc(ticketWords.rowid);
