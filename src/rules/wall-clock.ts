/** What clocks on the wall show: from instants to days and times in a zone, and back. */

import type { Instant } from './ticket.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** `day`: days since 1 January 1970 in the zone; `timeMs`: milliseconds after midnight as the clock shows them. */
export type WallClock = { day: number; timeMs: number };

/** What the clocks of `zone` (IANA) show at an instant. Throws RangeError for a zone that does not exist. */
export function wallClock(at: Instant, zone: string): WallClock {
  const shown = at + offsetAt(at, zone);
  const day = Math.floor(shown / DAY_MS);
  return { day, timeMs: shown - day * DAY_MS };
}

/**
 * The instant at which the clocks of `zone` show `timeMs` on `day`; 24:00 is the next day's midnight.
 *
 * A time that comes twice, as clocks are put back, is the first of the two. A time that never comes, as clocks are put
 * forward, is as much later as they jump (the same choices as Temporal's `compatible`). Midnight can be such a time.
 */
export function instantOf(day: number, timeMs: number, zone: string): Instant {
  const shown = day * DAY_MS + timeMs;
  const before = offsetAt(shown - DAY_MS, zone);
  const after = offsetAt(shown + DAY_MS, zone);
  if (before === after || offsetAt(shown - before, zone) === before) return shown - before;
  return offsetAt(shown - after, zone) === after ? shown - after : shown - before;
}

/** Offsets by zone and day of UTC; null: on that day clocks change. */
const offsets = new Map<string, Map<number, number | null>>();
/** A list looks at the same few days again and again; whoever asks for more of them does not fill the memory. */
const MOST_DAYS = 10_000;

/** How far the zone's clocks are ahead of UTC, in milliseconds. No zone changes its clocks and changes them back within a day. */
function offsetAt(at: Instant, zone: string): number {
  const days = offsets.get(zone) ?? new Map<number, number | null>();
  offsets.set(zone, days);
  const day = Math.floor(at / DAY_MS);
  let offset = days.get(day);
  if (offset === undefined) {
    const morning = askOffset(day * DAY_MS, zone);
    offset = morning === askOffset((day + 1) * DAY_MS, zone) ? morning : null;
    if (days.size >= MOST_DAYS) days.clear();
    days.set(day, offset);
  }
  return offset ?? askOffset(at, zone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The same from the formatter, which takes a hundred times as long. */
function askOffset(at: Instant, zone: string): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) shown[type] = value;
  const { year, month, day, hour, minute, second } = shown;
  const asIfUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return asIfUtc - Math.floor(at / 1000) * 1000;
}

/** Making a formatter takes fifty times as long as using it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}
