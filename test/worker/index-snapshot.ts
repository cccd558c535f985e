/** All that the ticket index holds, row by row, with what can be found by words. */

import { env } from 'cloudflare:workers';

/** Words that no ticket says any more may stay in the vocabulary, and find nothing. */
const isSaid = `exists (select 1 from ticket_words where ticket_words match '"' || vocabulary.word || '"')`;

/** Each table that is derived from the ticket objects, in an order of its own. Ids of words and totals of nothing say nothing. */
const queries = {
  tickets: 'select * from tickets order by number',
  people: 'select * from ticket_people order by address, number',
  labels: 'select * from ticket_labels order by folded, number',
  spelled: 'select * from labels order by folded',
  ended: 'select * from ended_counts where total <> 0 order by queue',
  outside: 'select * from said_outside order by number, article',
  inside: 'select * from said_inside order by number, article',
  vocabulary: `select word from vocabulary where ${isSaid} order by word`,
  troubled: 'select * from troubled_letters where trouble is not null order by number, letter',
  messageIds: 'select * from message_ids order by message_id, number',
  everOn: 'select * from ever_on order by address, number',
  /** Which words are found on which tickets, as the full-text table answers. */
  words: `select word, (select group_concat(rowid) from ticket_words where ticket_words match '"' || vocabulary.word || '"') as tickets from vocabulary where ${isSaid} order by word`,
  parts: `select word, exists (select 1 from word_parts where word_parts match '"' || substr(vocabulary.word, 1, 3) || '"' and rowid = vocabulary.id) as found from vocabulary where ${isSaid} and length(word) >= 3 order by word`,
};

export type IndexSnapshot = Record<keyof typeof queries, Record<string, unknown>[]>;

export async function indexSnapshot(): Promise<IndexSnapshot> {
  const entries = await Promise.all(Object.entries(queries).map(async ([name, query]) => [name, (await env.DB.prepare(query).all()).results]));
  return Object.fromEntries(entries);
}

/** The index as an outage may leave it: nothing in it. */
export async function emptyIndex(): Promise<void> {
  const tables = ['tickets', 'ticket_people', 'ticket_labels', 'labels', 'ended_counts', 'said_outside', 'said_inside', 'vocabulary', 'message_ids', 'ever_on', 'ticket_words', 'troubled_letters'];
  await env.DB.batch(tables.map((table) => env.DB.prepare(`delete from ${table}`)));
}
