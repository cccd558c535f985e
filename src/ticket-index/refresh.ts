/** Writes a ticket's summary to the ticket index. */

import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { messageIds } from '../directory/schema.ts';
import { ticketPeople, tickets } from './schema.ts';
import type { Summary } from './summarize.ts';

/** A mail on the ticket or a letter of ours, by its Message-ID: what replies may name (T08). */
export type NamedMail = { messageId: string; origin: 'mail' | 'letter' };

/**
 * Brings the index to this summary, and makes the Message-IDs known. One transaction, safe to repeat and to come late: an
 * older version never replaces a newer one.
 */
export async function refreshIndex(binding: D1Database, summary: Summary, named: NamedMail[]): Promise<void> {
  const db = drizzle(binding);
  const { people, requester, ...plain } = summary;
  const row = { ...plain, requester: requester?.address ?? null, requesterName: requester?.name ?? '' };
  const isThisVersion = sql`exists (select 1 from ${tickets} where ${tickets.number} = ${row.number} and ${tickets.version} = ${row.version})`;

  await db.batch([
    db.insert(tickets).values(row).onConflictDoUpdate({ target: tickets.number, set: row, setWhere: sql`excluded.version > ${tickets.version}` }),
    db.run(sql`delete from ${ticketPeople} where ${ticketPeople.number} = ${row.number} and ${isThisVersion}`),
    db.run(sql`insert into ${ticketPeople} (address, number, role)
      select value ->> 'address', ${row.number}, value ->> 'role' from json_each(${JSON.stringify(people)}) where ${isThisVersion}`),
    db.run(sql`insert or ignore into ${messageIds} (message_id, number, origin)
      select value ->> 'messageId', ${row.number}, value ->> 'origin' from json_each(${JSON.stringify(named)}) where true`),
  ]);
}
