/** Which tickets, and what of them, somebody finds: the one place that says so for lists and search (W04, W05). */

import { and, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Viewer } from '../rules/page.ts';
import { isStaff } from '../rules/ticket.ts';
import { saidOutside, ticketPeople, tickets } from './schema.ts';

/** On rows of `tickets`; undefined: every ticket. */
export function visibleTo(binding: D1Database, reader: Viewer): SQL | undefined {
  return isStaff(reader.role) ? undefined : isOn(binding, reader);
}

/** The tickets that somebody is on. Asked from their side, so that it costs as much as they have, whatever the desk has. */
export function isOn(binding: D1Database, { address }: Viewer): SQL {
  const theirs = drizzle(binding).select({ number: ticketPeople.number }).from(ticketPeople).where(eq(ticketPeople.address, address));
  return inArray(tickets.number, theirs);
}

/** On rows of `said_outside`: nobody finds what was said before they joined (SJ21). `article` 0 is the ticket itself. */
export function readableBy(binding: D1Database, { address, role }: Viewer): SQL | undefined {
  if (isStaff(role)) return undefined;
  const joined = drizzle(binding)
    .select({ one: sql`1` })
    .from(ticketPeople)
    .where(and(eq(ticketPeople.number, saidOutside.number), eq(ticketPeople.address, address), or(eq(saidOutside.article, 0), gte(saidOutside.article, ticketPeople.fromArticle))));
  return sql`exists ${joined}`;
}
