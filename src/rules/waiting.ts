/** Tickets that wait until a moment, and are open again by themselves (L09). */

import { changes, refusal, type Decision } from './decision.ts';
import type { Change, Instant, Ticket } from './ticket.ts';

/** The ticket waits until then; asked again it waits until the new moment. One that has ended does not wait. */
export function waitUntil(ticket: Ticket, until: Instant): Decision {
  if (ticket.status === 'closed' || ticket.status === 'rejected') return refusal('closed');
  return changes(
    ...(ticket.status === 'waiting' ? [] : [{ kind: 'fieldChanged', field: 'status', from: ticket.status, to: 'waiting' } as const]),
    ...waits(ticket, until),
  );
}

/** A ticket that no longer waits, whoever or whatever ended that, waits until nothing. */
export function waitsNoMore(ticket: Pick<Ticket, 'waitingUntil'>): Change[] {
  return waits(ticket, null);
}

/** What is to be recorded of a ticket whose time of waiting is over: it is open again. Of a merged one nothing. */
export function waitingOver(ticket: Pick<Ticket, 'status' | 'waitingUntil'>, at: Instant): Change[] {
  const { status, waitingUntil } = ticket;
  if (status !== 'waiting' || waitingUntil === null || waitingUntil > at) return [];
  return [{ kind: 'fieldChanged', field: 'status', from: status, to: 'open' }, ...waitsNoMore(ticket)];
}

function waits({ waitingUntil }: Pick<Ticket, 'waitingUntil'>, to: Instant | null): Change[] {
  return waitingUntil === to ? [] : [{ kind: 'fieldChanged', field: 'waitingUntil', from: waitingUntil, to }];
}
