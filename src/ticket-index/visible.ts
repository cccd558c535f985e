/** Which tickets, and what of them, somebody finds: the one place that says so for lists and search, as `can` does for the tickets themselves (W04, W05, SW13). */

import { and, eq, gte, inArray, ne, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Viewer } from '../rules/page.ts';
import { isStaff } from '../rules/ticket.ts';
import { saidOutside, ticketPeople, tickets } from './schema.ts';

/** On rows of `tickets`; undefined: every ticket. An agent of some queues searches those: elsewhere their words would be looked for in comments too. */
export function visibleTo(binding: D1Database, reader: Viewer): SQL | undefined {
  return isStaff(reader.role) ? workedOnBy(reader) : or(isOn(binding, reader), ofOrganisation(reader));
}

/** Those that somebody of the staff works on; undefined: all. `queue`: of the tickets in question, where they have another name in the query. */
export function workedOnBy({ role, reach }: Viewer, queue: AnyColumn = tickets.queue): SQL | undefined {
  if (!isStaff(role)) return sql`false`;
  return role === 'admin' || reach.queues === null ? undefined : inArray(queue, reach.queues);
}

/** The same in a query that is built before its viewer is known, with `queuesOf` them as the value `queues`. */
export function workedOnByViewer(queue: AnyColumn): SQL {
  const queues = sql.placeholder('queues');
  return sql`(${queues} is null or ${queue} in (select value from json_each(${queues})))`;
}

/** Whose tickets somebody works on, as JSON; null: all. */
export function queuesOf({ role, reach }: Viewer): string | null {
  if (!isStaff(role)) return '[]';
  return role === 'admin' || reach.queues === null ? null : JSON.stringify(reach.queues);
}

/** Those of organisations whose tickets somebody may see; none for most people. */
export function ofOrganisation({ reach }: Viewer): SQL | undefined {
  return reach.domains.length === 0 ? undefined : inArray(tickets.requesterDomain, reach.domains);
}

/**
 * The tickets that somebody is on. Asked from their side, so that it costs as much as they have, whatever the desk has. On some
 * they are only as an agent: those count while they work on them.
 */
export function isOn(binding: D1Database, reader: Viewer): SQL | undefined {
  const theirs = (how: SQL | undefined) =>
    inArray(tickets.number, drizzle(binding).select({ number: ticketPeople.number }).from(ticketPeople).where(and(eq(ticketPeople.address, reader.address), how)));
  const outside = theirs(ne(ticketPeople.role, 'agent'));
  return isStaff(reader.role) ? or(outside, and(theirs(undefined), workedOnBy(reader))) : outside;
}

/** On rows of `said_outside`: nobody finds what was said before they joined (SJ21), but who sees a whole organisation's tickets does. `article` 0 is the ticket itself. */
export function readableBy(binding: D1Database, { address, role, reach }: Viewer): SQL | undefined {
  if (isStaff(role)) return undefined;
  const joined = drizzle(binding)
    .select({ one: sql`1` })
    .from(ticketPeople)
    .where(and(eq(ticketPeople.number, saidOutside.number), eq(ticketPeople.address, address), or(eq(saidOutside.article, 0), gte(saidOutside.article, ticketPeople.fromArticle))));
  if (reach.domains.length === 0) return sql`exists ${joined}`;
  const ofTheirs = drizzle(binding).select({ one: sql`1` }).from(tickets).where(and(eq(tickets.number, saidOutside.number), inArray(tickets.requesterDomain, reach.domains)));
  return sql`(exists ${joined} or exists ${ofTheirs})`;
}
