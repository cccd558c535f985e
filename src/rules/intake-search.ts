/** How agents find a mail in the ledger. */

import { parseAddress } from './address.ts';
import type { Instant } from './ticket.ts';
import { DAY_MS, instantOf, wallClock } from './wall-clock.ts';

/** `whole`: one address or Message-ID, as it stands. `parts`: words that must all be in sender, subject or Message-ID, in any order. */
export type MailSearch = { kind: 'whole'; is: string } | { kind: 'parts'; parts: string[] };

/** Words of one search that count. */
const MOST_PARTS = 8;

/**
 * What was typed, as the ledger is asked for it, or null if nothing was. A whole address and a Message-ID, with or without its angle
 * brackets, are looked up; anything else is looked for within the fields.
 */
export function readMailSearch(typed: string): MailSearch | null {
  const words = typed.trim().split(/\s+/).filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return null;
  if (words.length === 1 && (/^<\S+>$/.test(first) || parseAddress(first) !== null)) return { kind: 'whole', is: first };
  return { kind: 'parts', parts: words.slice(0, MOST_PARTS) };
}

/** A day of the wall clock as instants: `from` belongs to it, `until` does not. `day` counts from 1 January 1970, as in `WallClock`. */
export type DaySpan = { day: number; from: Instant; until: Instant };

/** The day as clocks in `zone` (IANA) have it: on two days of the year not 24 hours. */
export function daySpan(day: number, zone: string): DaySpan {
  return { day, from: instantOf(day, 0, zone), until: instantOf(day + 1, 0, zone) };
}

/** `count` days, the newest first: on page 1 the day of `at` and those before it. Pages count from 1. */
export function daysBefore(at: Instant, zone: string, { page, count }: { page: number; count: number }): DaySpan[] {
  const newest = wallClock(at, zone).day - (page - 1) * count;
  return Array.from({ length: count }, (_, back) => daySpan(newest - back, zone));
}

/** How many days of the wall clock there are from `first` to `at`, both included; at least 1. */
export function daysSince(first: Instant, at: Instant, zone: string): number {
  return Math.max(1, wallClock(at, zone).day - wallClock(first, zone).day + 1);
}

/** The number of an ISO date (`2026-11-25`), or null if it is none. */
export function dayNumber(typed: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? Date.parse(`${typed}T00:00:00Z`) : Number.NaN;
  // JavaScript takes 31 February for 3 March.
  return Number.isNaN(at) || isoDate(at / DAY_MS) !== typed ? null : at / DAY_MS;
}

export function isoDate(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
