/** When the desk is open: instants, wall clocks and calendars. The only rule that knows time zones. */

import type { Calendar } from './queues.ts';
import type { Instant } from './ticket.ts';
import { instantOf, MINUTE_MS, DAY_MS, wallClock } from './wall-clock.ts';

/** How many closed days in a row make a calendar one that never opens. */
const LONGEST_CLOSURE_DAYS = 366;

/** One day's open time, `from` included, `to` not. */
type Opening = { from: Instant; to: Instant };

/** The first open instant at or after `at`: `at` itself inside business hours. Throws RangeError if the calendar is closed for a year. */
export function nextOpening(at: Instant, calendar: Calendar): Instant {
  return addBusinessMinutes(at, 0, calendar);
}

/**
 * The instant at which `minutes` of open time have passed since `start`.
 *
 * `start` and the result are UTC epoch milliseconds; `calendar.hours` are wall-clock in `calendar.zone` (IANA). A day's open
 * time is elapsed time, so a day on which clocks change is an hour longer or shorter. `minutes` 0 gives the first open
 * instant at or after `start`; a whole day's minutes from its opening give its closing time, not the next opening. Throws
 * RangeError for negative minutes and if the calendar has no open time for a year.
 */
export function addBusinessMinutes(start: Instant, minutes: number, calendar: Calendar): Instant {
  if (!(minutes >= 0)) throw new RangeError(`Not a number of minutes: ${minutes}`);
  let rest = Math.round(minutes * MINUTE_MS);
  for (let day = firstDay(start, calendar); ; day += 1) {
    day = nextOpenDay(day, calendar);
    const opening = openingOn(day, calendar);
    if (opening === null || opening.to <= start) continue;
    const from = Math.max(opening.from, start);
    if (from + rest <= opening.to) return from + rest;
    rest -= opening.to - from;
  }
}

/** How many minutes of open time lie between two instants, with fractions. 0 if `to` is not after `from`. */
export function businessMinutesBetween(from: Instant, to: Instant, calendar: Calendar): number {
  if (to <= from) return 0;
  let open = 0;
  const last = firstDay(to, calendar);
  for (let day = firstDay(from, calendar); day <= last; day += 1) {
    const opening = openingOn(day, calendar);
    if (opening !== null) open += Math.max(0, Math.min(to, opening.to) - Math.max(from, opening.from));
  }
  return open / MINUTE_MS;
}

/**
 * The same wall-clock time `days` business days after `start` (S11, L01). Days on which nobody works do not count.
 *
 * A `start` outside of business hours counts from the next opening. A day that has other hours, so that it is closed at this
 * time, gives the next opening. Throws RangeError for anything but a whole number of days from 0 on, and if the calendar has
 * no open time for a year.
 */
export function addBusinessDays(start: Instant, days: number, calendar: Calendar): Instant {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a number of days: ${days}`);
  const from = nextOpening(start, calendar);
  if (days === 0) return from;
  const { day: firstOpenDay, timeMs } = wallClock(from, calendar.zone);
  let day = firstOpenDay;
  for (let counted = 0; counted < days; counted += 1) day = nextOpenDay(day + 1, calendar);
  return nextOpening(instantOf(day, timeMs, calendar.zone), calendar);
}

function firstDay(at: Instant, calendar: Calendar): number {
  return wallClock(at, calendar.zone).day;
}

/** The first day from `day` on that is neither a free day of the week nor a holiday. */
function nextOpenDay(day: number, calendar: Calendar): number {
  for (let open = day; open <= day + LONGEST_CLOSURE_DAYS; open += 1) {
    if (hoursOn(open, calendar) !== null) return open;
  }
  throw new RangeError('The calendar has no open time for a year');
}

function openingOn(day: number, calendar: Calendar): Opening | null {
  const hours = hoursOn(day, calendar);
  if (hours === null) return null;
  const from = instantOf(day, hours.fromMinute * MINUTE_MS, calendar.zone);
  const to = instantOf(day, hours.toMinute * MINUTE_MS, calendar.zone);
  return { from, to };
}

function hoursOn(day: number, calendar: Calendar): { fromMinute: number; toMinute: number } | null {
  const hours = calendar.hours[mondayFirst(day)] ?? null;
  if (hours === null || hours.toMinute <= hours.fromMinute) return null;
  return calendar.holidays.includes(isoDate(day)) ? null : hours;
}

/** 0 is Monday. Day 0, 1 January 1970, was a Thursday. */
function mondayFirst(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
