/** Stretches of time and numbers as they are typed: `<2d`, `>2026-11-01`, `today`, `1.11.2026..`, `>50`. */

import type { Instant } from '../ticket.ts';
import { instantOf } from '../wall-clock.ts';
import { namedDay, type Clock } from '../moment-words/named-day.ts';
import { fold } from '../search-text.ts';
import { units } from './keywords.ts';

/** From `from` on and before `before`; null: without that end. */
export type Span = { from: Instant | null; before: Instant | null };

export type { Clock };

/**
 * The time that is meant, or null. A length counts from now: ahead for what is to come, back for what was (`past`), so that
 * `due:<2d` is due within two days and `created:<2d` is not older than two days. Days are days in the reader's zone, named as in rules/moment-words.
 */
export function spanOf(typed: string, now: Clock, past: boolean): Span | null {
  const [first = '', second] = typed.split('..');
  if (second !== undefined) return between(first, second, { now, past });
  const [, sign = '', rest = ''] = /^([<>]?)=?(.*)$/s.exec(first) ?? [];
  const length = lengthOf(rest);
  if (length !== null) return past ? agoSpan(now.at - length, sign) : aheadSpan(now.at + length, sign);
  const day = dayOf(rest, now, past);
  if (day === null) return null;
  const [begins, ends] = [instantOf(day, 0, now.zone), instantOf(day + 1, 0, now.zone)];
  if (sign === '<') return { from: null, before: begins };
  return sign === '>' ? { from: ends, before: null } : { from: begins, before: ends };
}

function between(first: string, second: string, { now, past }: { now: Clock; past: boolean }): Span | null {
  const [from, to] = [dayOf(first, now, past), dayOf(second, now, past)];
  if ((from === null && first !== '') || (to === null && second !== '') || (from === null && to === null)) return null;
  return { from: from === null ? null : instantOf(from, 0, now.zone), before: to === null ? null : instantOf(to + 1, 0, now.zone) };
}

function aheadSpan(end: Instant, sign: string): Span {
  return sign === '>' ? { from: end, before: null } : { from: null, before: end };
}

function agoSpan(start: Instant, sign: string): Span {
  return sign === '>' ? { from: null, before: start } : { from: start, before: null };
}

/** Milliseconds, or null. */
function lengthOf(typed: string): number | null {
  const [, count, unit] = /^(\d{1,4})(\p{L}{1,3})$/u.exec(typed) ?? [];
  const one = units.get(fold(unit ?? ''));
  return count === undefined || one === undefined ? null : Number(count) * one;
}

/** Days since 1 January 1970, or null for a day that is none. */
function dayOf(typed: string, now: Clock, past: boolean): number | null {
  const named = namedDay(fold(typed).split(/\s+/), now, past);
  return named === null || named.left.length > 0 ? null : named.day;
}

/** Whole numbers from `from` to `to`, both included; null: without that end. */
export type Range = { from: number | null; to: number | null };

export function rangeOf(typed: string): Range | null {
  const [, low, high] = /^(\d{1,3})\.\.(\d{1,3})$/.exec(typed) ?? [];
  if (low !== undefined && high !== undefined) return { from: Number(low), to: Number(high) };
  const [, sign, number] = /^([<>]?=?)(\d{1,3})$/.exec(typed) ?? [];
  if (number === undefined) return null;
  const value = Number(number);
  switch (sign) {
    case '<': return { from: null, to: value - 1 };
    case '<=': return { from: null, to: value };
    case '>': return { from: value + 1, to: null };
    case '>=': return { from: value, to: null };
    default: return { from: value, to: value };
  }
}
