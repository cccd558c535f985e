/** Instants as people read them: in the reader's zone and format (W10). */

import type { CalendarTime } from '../../rules/invitation.ts';
import type { Instant, Language } from '../../rules/ticket.ts';
import { DAY_MS, wallClock } from '../../rules/wall-clock.ts';

export type Clock = { at: Instant; zone: string; language: Language };

const looks = {
  minute: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  weekday: { weekday: 'short' },
  day: { day: 'numeric', month: 'short' },
  dayAndYear: { day: 'numeric', month: 'short', year: 'numeric' },
  longDay: { day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: '2-digit', month: '2-digit', year: 'numeric' },
  namedDate: { day: '2-digit', month: 'short', year: 'numeric' },
  exact: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** As short as a list allows: the time today, the day this year, else the date. */
export function shortTime(instant: Instant, now: Clock): string {
  const { sameDay, sameYear } = nearness(instant, now);
  return format(instant, now, sameDay ? 'minute' : sameYear ? 'day' : 'date');
}

/** Day and minute, for entries of the history. */
export function entryTime(instant: Instant, now: Clock): string {
  const { sameDay, sameYear } = nearness(instant, now);
  const minute = format(instant, now, 'minute');
  if (sameDay) return minute;
  return `${format(instant, now, 'weekday')} ${format(instant, now, sameYear ? 'day' : 'dayAndYear')}, ${minute}`;
}

/** Weekday, date and second: `Sat 18 Jul 2015, 10:40:53`, `Sa 18.07.2015, 10:40:53`. */
export function fullTime(instant: Instant, now: Clock): string {
  const date = format(instant, now, now.language === 'de' ? 'date' : 'namedDate');
  return `${format(instant, now, 'weekday')} ${date}, ${format(instant, now, 'second')}`;
}

/** Everything there is to know, the zone included. */
export function exactTime(instant: Instant, now: Clock): string {
  return format(instant, now, 'exact');
}

/** A calendar's time by itself: weekday and day, and the time unless it is a whole day. */
export function calendarTime(time: CalendarTime, now: Clock): string {
  const clock = time.kind === 'exact' ? now : { ...now, zone: 'UTC' };
  const date = `${format(time.at, clock, 'weekday')} ${format(time.at, clock, 'longDay')}`;
  return time.kind === 'day' ? date : `${date}, ${format(time.at, clock, 'minute')}`;
}

/** From when to when, without saying a day twice; an instant with the reader's zone, for others may live in another. */
export function timeSpan(starts: CalendarTime, ends: CalendarTime | null, now: Clock): string {
  const clock = starts.kind === 'exact' ? now : { ...now, zone: 'UTC' };
  const zone = starts.kind === 'exact' ? ` ${zoneName(starts.at, now)}` : '';
  const from = calendarTime(starts, now);
  if (ends === null || ends.at <= starts.at) return from + zone;
  if (dayOf(starts.at, clock) !== dayOf(ends.at, clock)) return `${from} – ${calendarTime(ends, now)}${zone}`;
  return starts.kind === 'day' ? from : `${from} – ${format(ends.at, clock, 'minute')}${zone}`;
}

function zoneName(instant: Instant, now: Clock): string {
  const named = new Intl.DateTimeFormat(now.language === 'de' ? 'de-DE' : 'en-GB', { timeZone: now.zone, timeZoneName: 'short' }).formatToParts(instant);
  return named.find((part) => part.type === 'timeZoneName')?.value ?? now.zone;
}

const MINUTE_MS = 60_000;

/** How long ago, in the greatest unit that fits: `3h`, `2 T`. */
export function ageOf(since: Instant, { at, language }: Clock): string {
  const minutes = Math.max(0, Math.floor((at - since) / MINUTE_MS));
  const [count, unit] = minutes < 60 ? [minutes, 'minute'] : minutes < 48 * 60 ? [Math.floor(minutes / 60), 'hour'] : [Math.floor(minutes / 1440), 'day'];
  return counterOf(language, unit).format(count);
}

const counters = new Map<string, Intl.NumberFormat>();

function counterOf(language: Language, unit: string): Intl.NumberFormat {
  const key = `${language} ${unit}`;
  const known = counters.get(key) ?? new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { style: 'unit', unit, unitDisplay: language === 'de' ? 'short' : 'narrow' });
  counters.set(key, known);
  return known;
}

function nearness(instant: Instant, now: Clock): { sameDay: boolean; sameYear: boolean } {
  const [day, today] = [dayOf(instant, now), dayOf(now.at, now)];
  return { sameDay: day === today, sameYear: yearOf(day) === yearOf(today) };
}

/** By the clock's rules and not by a formatter, which takes many times as long and would be asked twice for each row. */
function dayOf(instant: Instant, { zone }: Clock): number {
  return wallClock(instant, zone).day;
}

function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** Making a formatter costs more than a whole list row, and finding one by all its options more than using it. */
const formatters = new Map<string, Partial<Record<keyof typeof looks, Intl.DateTimeFormat>>>();

function format(instant: Instant, { zone, language }: Clock, look: keyof typeof looks): string {
  const reading = `${language} ${zone}`;
  const known = formatters.get(reading) ?? {};
  formatters.set(reading, known);
  known[look] ??= new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { ...looks[look], timeZone: zone });
  return known[look].format(instant);
}
