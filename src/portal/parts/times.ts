/** Instants as people read them: in the reader's zone and format (W10). */

import type { CalendarTime } from '../../rules/invitation.ts';
import type { Instant, Language } from '../../rules/ticket.ts';

export type Clock = { at: Instant; zone: string; language: Language };

/** As short as a list allows: the time today, the day this year, else the date. */
export function shortTime(instant: Instant, now: Clock): string {
  if (day(instant, now) === day(now.at, now)) return format(instant, now, { hour: '2-digit', minute: '2-digit' });
  if (year(instant, now) === year(now.at, now)) return format(instant, now, { day: 'numeric', month: 'short' });
  return format(instant, now, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** Day and minute, for entries of the history. */
export function entryTime(instant: Instant, now: Clock): string {
  const minute = format(instant, now, { hour: '2-digit', minute: '2-digit' });
  if (day(instant, now) === day(now.at, now)) return minute;
  const sameYear = year(instant, now) === year(now.at, now);
  const weekday = format(instant, now, { weekday: 'short' });
  return `${weekday} ${format(instant, now, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })}, ${minute}`;
}

/** Weekday, date and second: `Sat 18 Jul 2015, 10:40:53`, `Sa 18.07.2015, 10:40:53`. */
export function fullTime(instant: Instant, now: Clock): string {
  const month = now.language === 'de' ? '2-digit' : 'short';
  const weekday = format(instant, now, { weekday: 'short' });
  const date = format(instant, now, { day: '2-digit', month, year: 'numeric' });
  return `${weekday} ${date}, ${format(instant, now, { hour: '2-digit', minute: '2-digit', second: '2-digit' })}`;
}

/** Everything there is to know, the zone included. */
export function exactTime(instant: Instant, now: Clock): string {
  return format(instant, now, {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short',
  });
}

/** A calendar's time by itself: weekday and day, and the time unless it is a whole day. */
export function calendarTime(time: CalendarTime, now: Clock): string {
  const clock = time.kind === 'exact' ? now : { ...now, zone: 'UTC' };
  const weekday = format(time.at, clock, { weekday: 'short' });
  const date = `${weekday} ${format(time.at, clock, { day: 'numeric', month: 'long', year: 'numeric' })}`;
  return time.kind === 'day' ? date : `${date}, ${format(time.at, clock, { hour: '2-digit', minute: '2-digit' })}`;
}

/** From when to when, without saying a day twice; an instant with the reader's zone, for others may live in another. */
export function timeSpan(starts: CalendarTime, ends: CalendarTime | null, now: Clock): string {
  const clock = starts.kind === 'exact' ? now : { ...now, zone: 'UTC' };
  const zone = starts.kind === 'exact' ? ` ${zoneName(starts.at, now)}` : '';
  const from = calendarTime(starts, now);
  if (ends === null || ends.at <= starts.at) return from + zone;
  if (day(starts.at, clock) !== day(ends.at, clock)) return `${from} – ${calendarTime(ends, now)}${zone}`;
  return starts.kind === 'day' ? from : `${from} – ${format(ends.at, clock, { hour: '2-digit', minute: '2-digit' })}${zone}`;
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
  const known = counters.get(key) ?? new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { style: 'unit', unit, unitDisplay: 'narrow' });
  counters.set(key, known);
  return known;
}

function day(instant: Instant, now: Clock): string {
  return format(instant, now, { day: 'numeric', month: 'numeric', year: 'numeric' });
}

function year(instant: Instant, now: Clock): string {
  return format(instant, now, { year: 'numeric' });
}

/** Making a formatter costs more than a whole list row. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(instant: Instant, { zone, language }: Clock, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${zone} ${Object.entries(options).join(' ')}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { ...options, timeZone: zone });
  formatters.set(key, known);
  return known.format(instant);
}
