/** Days as people name them: `tomorrow`, `Freitag`, `next week`, `in 3 days`, `30.11.`, `2026-12-01`, `1 December`. */

import { DAY_MS, wallClock } from '../wall-clock.ts';
import type { Instant } from '../ticket.ts';
import { comingWords, countWords, dayWords, months, nextWords, unitWords, weekdays } from './words.ts';

export type Clock = { at: Instant; zone: string };

/** From which day one counts, and whether a day without a year or week is the next one or the last one. */
type Seen = { today: number; past: boolean };

/** Days since 1 January 1970, and the words that follow. */
export type NamedDay = { day: number; left: string[] };

/**
 * The day that the words begin with, or null. Words are folded (rules/search-text). A weekday is the first one after today; with
 * `next` it is that of the week after this one. A date without a year is the next such, today included. With `past` both are the
 * last ones instead. A day that no calendar has is none.
 */
export function namedDay(words: string[], now: Clock, past = false): NamedDay | null {
  const seen = { today: wallClock(now.at, now.zone).day, past };
  return dayByWord(words, seen) ?? dayByWeekday(words, seen) ?? dayByCount(words, seen) ?? dayByNumbers(words, seen) ?? dayByMonth(words, seen);
}

function dayByWord(words: string[], { today }: Seen): NamedDay | null {
  const long = dayWords.get(words.slice(0, 3).join(' '));
  if (long !== undefined) return { day: today + long, left: words.slice(words[1] === undefined ? 1 : 3) };
  const short = dayWords.get(words[0] ?? '');
  return short === undefined ? null : { day: today + short, left: words.slice(1) };
}

/** The first day of 1970 was a Thursday. */
const weekdayOf = (day: number) => (day + 3) % 7;

function dayByWeekday([first = '', ...rest]: string[], { today, past }: Seen): NamedDay | null {
  const monday = today - weekdayOf(today) + 7;
  const next = nextWords.has(first);
  const named = next || comingWords.has(first) ? rest : [first, ...rest];
  const [name = '', ...left] = named;
  const unit = unitWords.get(name);
  if (next && unit === 'week') return { day: monday, left };
  if (next && unit === 'month') return { day: addMonths(firstOfMonth(today), 1), left };
  const weekday = weekdays.get(name);
  if (weekday === undefined) return null;
  if (next) return { day: monday + weekday, left };
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return { day: today + (past ? ahead - 7 : ahead || 7), left };
}

/** With `in` before it, or `3d` alone. */
function dayByCount(words: string[], { today }: Seen): NamedDay | null {
  const length = lengthIn(words);
  if (length === null) return null;
  const { count, unit, left } = length;
  switch (unit) {
    case 'day':
      return { day: today + count, left };
    case 'week':
      return { day: today + 7 * count, left };
    case 'month':
      return { day: addMonths(today, count), left };
    default:
      return null;
  }
}

/** `in 3 days`, `3 Tage`, `3d`: how many of what, and the words that follow; or null. */
export function lengthIn(words: string[]) {
  const [first = '', second = '', ...rest] = words[0] === 'in' ? words.slice(1) : words;
  const [, glued, unitGlued = ''] = /^\+?(\d{1,3})(\p{L}+)$/u.exec(first) ?? [];
  const count = glued ?? (/^\d{1,3}$/.test(first) ? first : countWords.get(first));
  const unit = unitWords.get(glued === undefined ? second : unitGlued);
  if (count === undefined || unit === undefined) return null;
  return { count: Number(count), unit, left: glued === undefined ? rest : [second, ...rest].filter((word) => word !== '') };
}

function dayByNumbers([first = '', ...left]: string[], seen: Seen): NamedDay | null {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(first) ?? [];
  const [, day2, month2, year2] = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$/.exec(first) ?? [];
  return found(dayIn({ year: year ?? year2, month: Number(month ?? month2), day: Number(day ?? day2) }, seen), left);
}

/** `30 Nov`, `30. November 2026`, `November 30th`. */
function dayByMonth([first = '', second = '', ...rest]: string[], seen: Seen): NamedDay | null {
  const [month, written] = months.has(first) ? [first, second] : [second, first];
  const [, day] = /^(\d{1,2})(?:\.|st|nd|rd|th)?$/.exec(written) ?? [];
  const [year] = /^\d{4}$/.exec(rest[0] ?? '') ?? [];
  const left = year === undefined ? rest : rest.slice(1);
  return found(dayIn({ year, month: months.get(month.replace('.', '')) ?? 0, day: Number(day) }, seen), left);
}

function found(day: number | null, left: string[]): NamedDay | null {
  return day === null ? null : { day, left };
}

function dayIn({ year, month, day }: { year: string | undefined; month: number; day: number }, { today, past }: Seen): number | null {
  if (year !== undefined) return calendarDay(Number(year.length === 2 ? `20${year}` : year), month, day);
  const thisYear = new Date(today * DAY_MS).getUTCFullYear();
  const years = past ? [thisYear, thisYear - 1] : [thisYear, thisYear + 1];
  const days = years.map((one) => calendarDay(one, month, day));
  return days.find((one) => one !== null && (past ? one <= today : one >= today)) ?? null;
}

function calendarDay(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / DAY_MS : null;
}

function firstOfMonth(day: number): number {
  return day + 1 - new Date(day * DAY_MS).getUTCDate();
}

/** The same day of a later month, or its last one. */
function addMonths(day: number, count: number): number {
  const date = new Date(day * DAY_MS);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0));
  return Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date.getUTCDate(), last.getUTCDate())) / DAY_MS;
}
