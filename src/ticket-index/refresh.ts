/** Writes a ticket's summary to the ticket index. */

import { and, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { keepFiled, type Filed } from '../directory/intake.ts';
import { everOn, messageIds } from '../directory/schema.ts';
import { fold, wordsOf } from '../rules/search-text.ts';
import type { Address, Person } from '../rules/ticket.ts';
import { keepSaid } from './said.ts';
import { labels as labelTable, ticketLabels, ticketPeople, tickets } from './schema.ts';
import type { Searchable } from './searchable.ts';
import type { Summary } from './summarize.ts';
import { keepTroubled, type ToldLetter } from './troubled-letters.ts';

/** A mail on the ticket, a letter of ours, or a mail that one on the ticket answers, by its Message-ID: what mails may name (T08). */
export type NamedMail = { messageId: string; origin: 'mail' | 'letter' | 'answered' };

/**
 * Brings the index to this summary, and makes the Message-IDs, who was `ever` on it, what was said and letters in trouble known, and in the ledger where the mail is that was `filed` just now. One transaction, safe to repeat and to come late: an
 * older version never replaces a newer one.
 */
export async function refreshIndex(binding: D1Database, summary: Summary, { named, ever, searchable, letters, filed }: { named: NamedMail[]; ever: Address[]; searchable: Searchable | null; letters: ToldLetter[]; filed: Filed | null }): Promise<void> {
  const db = drizzle(binding);
  const { people, requester, ...plain } = summary;
  const row = { ...plain, requester: requester?.address ?? null, requesterName: requester?.name ?? '', ...requesterFound(requester) };
  const labels = row.labels.map((label) => ({ label, folded: fold(label) }));
  const isThisVersion = sql`exists (select 1 from ${tickets} where ${tickets.number} = ${row.number} and ${tickets.version} = ${row.version})`;

  await db.batch([
    db.insert(tickets).values(row).onConflictDoUpdate({ target: tickets.number, set: row, setWhere: sql`excluded.version > ${tickets.version}` }),
    db.delete(ticketPeople).where(and(eq(ticketPeople.number, row.number), isThisVersion)),
    // Columns in the order of the schema: drizzle names them all. `db.run` with parameters does not work in a batch on D1.
    db.insert(ticketPeople).select(sql`select value ->> 'address', ${row.number}, value ->> 'role', value ->> 'fromArticle' from json_each(${JSON.stringify(people)}) where ${isThisVersion}`),
    db.insert(messageIds)
      .select(sql`select value ->> 'messageId', ${row.number}, value ->> 'origin' from json_each(${JSON.stringify(named)}) where true`)
      .onConflictDoUpdate({ target: [messageIds.messageId, messageIds.number], set: { origin: sql`excluded.origin` }, setWhere: sql`${messageIds.origin} = 'answered'` }),
    ...(ever.length === 0 ? [] : [db.insert(everOn).select(sql`select value, ${row.number} from json_each(${JSON.stringify(ever)}) where true`).onConflictDoNothing()]),
    db.delete(ticketLabels).where(and(eq(ticketLabels.number, row.number), isThisVersion)),
    db.insert(ticketLabels).select(sql`select value ->> 'folded', ${row.number}, value ->> 'label' from json_each(${JSON.stringify(labels)}) where ${isThisVersion}`),
    ...(labels.length === 0 ? [] : [db.insert(labelTable).select(sql`select value ->> 'folded', value ->> 'label' from json_each(${JSON.stringify(labels)}) where true`).onConflictDoNothing()]),
    ...(searchable === null ? [] : keepSaid(db, summary, searchable)),
    ...(letters.length === 0 ? [] : [keepTroubled(db, row.number, letters)]),
    ...(filed === null ? [] : keepFiled(db, row.number, filed)),
  ]);
}

/** How lists are narrowed down by the requester. */
function requesterFound(requester: Person | null) {
  if (requester === null) return { requesterWords: '', requesterDomain: '' };
  const { name, address } = requester;
  return { requesterWords: wordsOf(`${name} ${address}`).join(' '), requesterDomain: address.slice(address.lastIndexOf('@') + 1) };
}
