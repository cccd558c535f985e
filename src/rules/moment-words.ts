/** Moments to come as people type them: `tomorrow 9`, `in 3 Tagen`, `Freitag`, `next monday`, `30.11. 14:00`, `2026-12-01`. */

import { lengthIn, namedDay, type Clock } from './moment-words/named-day.ts';
import { dayTimes, fillers } from './moment-words/words.ts';
import { fold } from './search-text.ts';
import type { Instant } from './ticket.ts';
import { DAY_MS, instantOf, MINUTE_MS, wallClock } from './wall-clock.ts';

/** Why it is none: it cannot be read, or it is over. */
export type ReadMoment = { kind: 'moment'; at: Instant } | { kind: 'wrong'; why: 'unread' | 'past' };

/** When nobody says a time: what wakes up is there in the morning, what is due is due before people go home. Minutes after midnight. */
export const MORNING = 8 * 60;
export const EVENING = 17 * 60;

/** Who types a later year has mistyped it. */
const FARTHEST_MS = 10 * 366 * DAY_MS;

/**
 * The instant that is meant, German or English, in the zone of whoever types it. A day without a time is at `usualMinute` of that
 * day, a time without a day is the next such, hours and minutes count from now as time passes. What clocks show twice is the first
 * of the two, what they never show as much later as they jump (rules/wall-clock).
 */
export function readMoment(typed: string, now: Clock, usualMinute: number): ReadMoment {
  const words = wordsIn(typed);
  const at = passed(words, now) ?? onDay(words, now, usualMinute) ?? nextTime(words, now);
  if (at === null || at > now.at + FARTHEST_MS) return { kind: 'wrong', why: 'unread' };
  return at > now.at ? { kind: 'moment', at } : { kind: 'wrong', why: 'past' };
}

/** Folded, without what says nothing. `9 am` is one word, so that its `am` is no German one; so is `9 Uhr 30`. */
function wordsIn(typed: string): string[] {
  const line = fold(typed)
    .replace(/(\d{4}-\d{1,2}-\d{1,2})t(?=\d)/, '$1 ')
    .replace('tonight', 'today evening')
    .replace(/\bthis (?=morning|afternoon|evening)/, 'today ')
    .replaceAll(/(\d) ?([ap])\.?m\b\.?/g, '$1$2m')
    .replaceAll(/(\p{L})\./gu, '$1')
    .replaceAll(/(\d) ?uhr ?(\d\d)\b/g, '$1:$2')
    .replaceAll(/(\d) ?(?:o['’]clock|uhr)/g, '$1');
  return line.split(/[\s,;]+/).filter((word) => word !== '' && !fillers.has(word));
}

/** `in 2 hours`: by the clock that ticks, not the one on the wall. */
function passed(words: string[], { at }: Clock): Instant | null {
  const length = lengthIn(words);
  if (length === null || length.left.length > 0) return null;
  const minutes = { minute: 1, hour: 60, day: 0, week: 0, month: 0 }[length.unit];
  return minutes === 0 ? null : Math.floor(at / MINUTE_MS + length.count * minutes) * MINUTE_MS;
}

/** The day first or the time first. */
function onDay(words: string[], now: Clock, usualMinute: number): Instant | null {
  for (let split = 0; split < Math.min(words.length, 3); split += 1) {
    const named = namedDay(words.slice(split), now);
    const times = named === null ? [] : [...words.slice(0, split), ...named.left];
    const minute = times.length === 0 ? usualMinute : minuteIn(times);
    if (named !== null && minute !== null) return instantOf(named.day, minute * MINUTE_MS, now.zone);
  }
  return null;
}

function nextTime(words: string[], now: Clock): Instant | null {
  const minute = minuteIn(words);
  if (minute === null) return null;
  const { day } = wallClock(now.at, now.zone);
  const today = instantOf(day, minute * MINUTE_MS, now.zone);
  return today > now.at ? today : instantOf(day + 1, minute * MINUTE_MS, now.zone);
}

/** Minutes after midnight: `9`, `9:30`, `9.30`, `9am`, `morning`, `abends 8`; null for anything else. */
function minuteIn(words: string[]): number | null {
  const [first, second, more] = [...words].sort((one, other) => Number(dayTimes.has(one)) - Number(dayTimes.has(other)));
  if (first === undefined || more !== undefined) return null;
  const named = dayTimes.get(second ?? first);
  if (second === undefined && named !== undefined) return named.minute;
  if (second !== undefined && named === undefined) return null;
  const minute = clockMinute(first);
  return minute !== null && named?.after === true && minute < 720 ? minute + 720 : minute;
}

function clockMinute(word: string): number | null {
  const [, hours, minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d\d)?)?([ap]m)?$/.exec(word) ?? [];
  if (hours === undefined || (half !== undefined && (Number(hours) > 12 || Number(hours) === 0))) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  const minute = hour * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= 1440 ? minute : null;
}
