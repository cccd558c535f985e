/** Times of calendars: whole days, instants, and clock times in zones by many names. */

import ICAL from 'ical.js';
import type { CalendarTime } from '../../rules/invitation.ts';
import { DAY_MS, instantOf } from '../../rules/wall-clock.ts';

/** The property's time; null if it is none. */
export function calendarTime(property: ICAL.Property): CalendarTime | null {
  const time = property.getFirstValue();
  if (!(time instanceof ICAL.Time)) return null;
  const { year, month, day, hour, minute, second } = time;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  if (!Number.isFinite(shown)) return null;
  if (time.isDate) return { kind: 'day', at: shown };
  if (time.zone === ICAL.Timezone.utcTimezone) return { kind: 'exact', at: shown };
  const at = inZone(property, time, shown);
  return at === null ? { kind: 'floating', at: shown } : { kind: 'exact', at };
}

/** The zone by the sender's name for it; null for UTC and for times of none. */
export function zoneOf(property: ICAL.Property): string | null {
  const named = property.getFirstParameter('tzid');
  return typeof named === 'string' && named !== '' ? named.slice(0, 100) : null;
}

export function dayBefore(time: CalendarTime): CalendarTime {
  return { ...time, at: time.at - DAY_MS };
}

/** By its own name where the platform knows it, else by the rules that the calendar brings along (Outlook's names are its own). */
function inZone(property: ICAL.Property, time: ICAL.Time, shown: number): number | null {
  const zone = zoneOf(property);
  if (zone === null) return null;
  if (isKnown(zone)) return instantOf(Math.floor(shown / DAY_MS), shown % DAY_MS, zone);
  const definition = definitionOf(property, zone);
  if (definition === null || !isBounded(definition)) return null;
  const offsetS = new ICAL.Timezone(definition).utcOffset(time);
  return shown - offsetS * 1000;
}

function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function definitionOf(property: ICAL.Property, zone: string): ICAL.Component | null {
  const all = property.parent?.parent?.getAllSubcomponents('vtimezone') ?? [];
  return all.find((one) => one.getFirstPropertyValue('tzid') === zone) ?? null;
}

/** Rules of clocks change once a year. Others would be counted out second by second over centuries. */
function isBounded(definition: ICAL.Component): boolean {
  const parts = definition.getAllSubcomponents();
  return parts.length <= MOST_PARTS && parts.every((part) => part.getAllProperties('rdate').length <= MOST_PARTS && part.getAllProperties('rrule').every(isYearly));
}

const MOST_PARTS = 50;

function isYearly(property: ICAL.Property): boolean {
  const rule = property.getFirstValue();
  if (!(rule instanceof ICAL.Recur) || rule.freq !== 'YEARLY' || rule.interval < 1) return false;
  return Object.entries(rule.parts).every(([name, values]) => ['BYMONTH', 'BYDAY', 'BYMONTHDAY'].includes(name) && values?.length === 1);
}
