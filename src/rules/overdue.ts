/** When a ticket tells that it is overdue (L10). */

import type { Watchful } from './commands.ts';
import { worksIn } from './reach.ts';
import type { Change, Instant, Ticket } from './ticket.ts';

/**
 * The instant from which the ticket is overdue and has not said so; null: none. `told`: the *due* that it said so of last. It tells once for each *due*, and
 * not while it waits for the customer, is over or is part of another ticket.
 */
export function overdueFrom(ticket: Pick<Ticket, 'status' | 'dueAt' | 'closedAt' | 'mergedInto'>, told: Instant | null): Instant | null {
  const isOurs = (ticket.status === 'new' || ticket.status === 'open') && ticket.closedAt === null && ticket.mergedInto === null;
  return isOurs && told !== ticket.dueAt ? ticket.dueAt : null;
}

/** That it is overdue, if it is so at `at`, and who of the staff of its queue is told: its owner like everybody there who wants it. */
export function becomingOverdue(ticket: Ticket, told: Instant | null, watchful: Watchful[], at: Instant): Change[] {
  const from = overdueFrom(ticket, told);
  if (from === null || at < from) return [];
  return [{ kind: 'overdue', dueAt: from, tell: watchful.filter((one) => worksIn(ticket.queue, one)).map(({ address }) => address) }];
}
