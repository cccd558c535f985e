/** What the desk promises: when work on a ticket starts, when it is due, and how pressing it is by then. */

import { addBusinessDays, businessMinutesBetween, nextOpening } from './business-hours.ts';
import type { Calendar } from './queues.ts';
import type { Instant, Ticket } from './ticket.ts';

/** How near a ticket's *due* is. */
export type DueState = 'none' | 'soon' | 'overdue';

/** The instant of creation if it is inside business hours, else the next opening (S11, L01). */
export function startsAt(createdAt: Instant, calendar: Calendar): Instant {
  return nextOpening(createdAt, calendar);
}

/** `dueDays` business days after *starts*, at the same time of the day (S11, L01). */
export function dueAt(starts: Instant, dueDays: number, calendar: Calendar): Instant {
  return addBusinessDays(starts, dueDays, calendar);
}

/**
 * The priority at `at`, a whole number: from `priority` at *starts* in a line of business time to `finalPriority` at *due*,
 * never past either, rising or falling (L04). A closed ticket keeps the value it was closed with. Equal values never move,
 * nor does a range that holds no business time before it is due.
 */
export function currentPriority(
  ticket: Pick<Ticket, 'priority' | 'finalPriority' | 'startsAt' | 'dueAt' | 'closedAt'>,
  at: Instant,
  calendar: Calendar,
): number {
  const { priority, finalPriority, startsAt: starts, dueAt: due, closedAt } = ticket;
  const moment = Math.min(at, closedAt ?? at);
  if (priority === finalPriority || moment <= starts) return priority;
  if (moment >= due) return finalPriority;
  const whole = businessMinutesBetween(starts, due, calendar);
  const gone = whole === 0 ? 0 : businessMinutesBetween(starts, moment, calendar) / whole;
  return Math.round(priority + gone * (finalPriority - priority));
}

/** Until when a ticket has to be due to be due soon: one business day from `at` (L10). */
export function soonUntil(at: Instant, calendar: Calendar): Instant {
  const known = lastAsked.get(calendar);
  if (known?.at === at) return known.until;
  const until = addBusinessDays(at, 1, calendar);
  lastAsked.set(calendar, { at, until });
  return until;
}

/** A list asks the same for each of its rows. */
const lastAsked = new WeakMap<Calendar, { at: Instant; until: Instant }>();

/** As lists show it: nothing presses the desk while a ticket waits for the customer. */
export function pressing(ticket: Pick<Ticket, 'status' | 'dueAt' | 'closedAt'>, at: Instant, calendar: Calendar): DueState {
  return ticket.status === 'waiting' ? 'none' : dueState(ticket, at, calendar);
}

/** `overdue` from *due* on, `soon` within one business day before it (L10). A closed ticket is neither. */
export function dueState(ticket: Pick<Ticket, 'dueAt' | 'closedAt'>, at: Instant, calendar: Calendar): DueState {
  if (ticket.closedAt !== null) return 'none';
  if (at >= ticket.dueAt) return 'overdue';
  return soonUntil(at, calendar) >= ticket.dueAt ? 'soon' : 'none';
}
