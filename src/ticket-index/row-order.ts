/** In which order rows of `tickets` stand, and which of them are beyond a place, as SQL. */

import { asc, desc, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { canBeNothing, type Order, type Place, type SortKey } from '../rules/list-order.ts';
import { tickets } from './schema.ts';
import { unansweredSince } from './unanswered.ts';

/** Who waits longest waits since the smallest instant, so that its opposite is what is ordered by. */
const values: Record<SortKey, SQLiteColumn | SQL> = {
  updated: tickets.updatedAt,
  number: tickets.number,
  due: tickets.dueAt,
  priority: tickets.finalPriority,
  requester: tickets.requesterName,
  owner: tickets.ownerName,
  until: tickets.waitingUntil,
  waits: sql`-(${unansweredSince})`,
  spent: tickets.minutesSpent,
};

/** `falls`: how they are read, which is the other way round where a page ends at its place. */
export function inOrder({ by, down }: Order, falls: boolean): SQL[] {
  const direction = falls ? desc : asc;
  const value = direction(values[by]);
  const nothing = sql.raw(falls === down ? 'last' : 'first');
  return [canBeNothing(by) ? sql`${value} nulls ${nothing}` : value, direction(tickets.number)];
}

/** Those after the place, or before it: `falls` as they are read. */
export function beyond(place: Place | null, by: SortKey, falls: boolean): SQL | undefined {
  if (place === null) return undefined;
  const sign = sql.raw(falls ? '<' : '>');
  const value = values[by];
  const isAfter = place.side === 'after';
  if (place.value === null) {
    // The + keeps SQLite from going through all tickets by number instead of the open ones.
    const alike = sql`+${tickets.number} ${sign} ${place.number}`;
    return isAfter ? sql`((${value}) is null and ${alike})` : sql`((${value}) is not null or ${alike})`;
  }
  const further = sql`(${value}, ${tickets.number}) ${sign} (${place.value}, ${place.number})`;
  return isAfter && canBeNothing(by) ? sql`(${further} or (${value}) is null)` : further;
}
