/** Reads an invitation to a meeting (iCalendar, RFC 5545, RFC 5546). The only file that knows ical.js. */

import ICAL from 'ical.js';
import { cleanLine, cleanName } from '../../rules/clean.ts';
import { MOST_INVITED, weekdays, type CalendarTime, type Invitation, type InvitationMethod, type Invited, type Repeats, type Weekday } from '../../rules/invitation.ts';
import { calendarTime, dayBefore, zoneOf } from './calendar-time.ts';
import { decodeBytes } from './charset.ts';
import type { Part } from './part.ts';

/** Calendars that are longer are whole diaries; they stay files. */
const LONGEST = 200_000;
const LONGEST_TITLE = 500;
const LONGEST_DESCRIPTION = 5000;

/** The meeting that the mail invites to; null if there is none or it cannot be read. Never throws. */
export function invitationIn(root: Part): Invitation | null {
  const part = calendarPart(root);
  return part === null ? null : readInvitation(decodeBytes(part.bytes, part.params.get('charset') ?? 'utf-8'));
}

function calendarPart(part: Part): Part | null {
  if (part.type === 'text/calendar' || part.type === 'application/ics') return part;
  for (const child of part.parts) {
    const found = calendarPart(child);
    if (found !== null) return found;
  }
  return null;
}

/** The first meeting in a calendar; null if there is none or it cannot be read. Never throws. */
export function readInvitation(calendar: string): Invitation | null {
  if (calendar.length > LONGEST) return null;
  try {
    const root = new ICAL.Component(ICAL.parse(calendar));
    const [event] = root.getAllSubcomponents('vevent');
    return event === undefined ? null : invitationOf(root, event);
  } catch (fault) {
    console.warn('A calendar cannot be read', { fault: fault instanceof Error ? fault.name : typeof fault });
    return null;
  }
}

function invitationOf(root: ICAL.Component, event: ICAL.Component): Invitation {
  const attendees = event.getAllProperties('attendee');
  const start = event.getFirstProperty('dtstart');
  return {
    method: methodOf(root, event),
    changed: Number(event.getFirstPropertyValue('sequence') ?? 0) > 0,
    title: line(event, 'summary'),
    starts: start === null ? null : calendarTime(start),
    ends: endOf(event),
    zone: start === null ? null : zoneOf(start),
    place: line(event, 'location'),
    organiser: invited(event.getFirstProperty('organizer')),
    attendees: attendees.slice(0, MOST_INVITED).map(invited).filter((one) => one !== null),
    moreAttendees: Math.max(0, attendees.length - MOST_INVITED),
    repeats: repeatsOf(event),
    description: text(event, 'description').slice(0, LONGEST_DESCRIPTION).trim(),
  };
}

const methods: Record<string, InvitationMethod> = { REQUEST: 'request', ADD: 'request', CANCEL: 'cancel', REPLY: 'reply', COUNTER: 'counter' };

function methodOf(root: ICAL.Component, event: ICAL.Component): InvitationMethod {
  if (text(event, 'status').toUpperCase() === 'CANCELLED') return 'cancel';
  return methods[text(root, 'method').toUpperCase()] ?? 'publish';
}

/** A whole-day meeting ends, for people, on the day before its end (RFC 5545 §3.6.1). */
function endOf(event: ICAL.Component): CalendarTime | null {
  const property = event.getFirstProperty('dtend');
  if (property !== null) {
    const end = calendarTime(property);
    return end?.kind === 'day' ? dayBefore(end) : end;
  }
  const duration = event.getFirstPropertyValue('duration');
  const start = event.getFirstProperty('dtstart');
  const from = start === null ? null : calendarTime(start);
  if (from === null || !(duration instanceof ICAL.Duration)) return null;
  const end = { ...from, at: from.at + duration.toSeconds() * 1000 };
  return end.kind === 'day' ? dayBefore(end) : end;
}

const answers: Record<string, Invited['answer']> = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' };

function invited(property: ICAL.Property | null): Invited | null {
  if (property === null) return null;
  const address = cleanLine(String(property.getFirstValue() ?? '').replace(/^mailto:/i, ''), 200);
  const answer = answers[parameter(property, 'partstat').toUpperCase()] ?? 'open';
  const name = cleanName(parameter(property, 'cn'));
  return { name: name === address ? '' : name, address, answer };
}

const frequencies: Record<string, Exclude<Repeats, 'otherwise'>['every']> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };
/** Parts of a rule that have no short words; `BYMONTHDAY` and `BYMONTH` usually only repeat the first day. */
const unsaid = ['BYSETPOS', 'BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYYEARDAY', 'BYWEEKNO'];

function repeatsOf(event: ICAL.Component): Repeats | null {
  const rule = event.getFirstPropertyValue('rrule');
  if (!(rule instanceof ICAL.Recur)) return event.hasProperty('rdate') ? 'otherwise' : null;
  const every = frequencies[rule.freq];
  const on = (rule.parts['BYDAY'] ?? []).map(String);
  const days = weekdays.filter((day) => on.includes(day));
  const simple = every !== undefined && days.length === on.length && (days.length === 0 || every === 'week') && !unsaid.some((part) => part in rule.parts);
  if (!simple) return 'otherwise';
  return { every, interval: Math.max(1, rule.interval), on: days satisfies Weekday[], times: rule.count ?? null, until: untilOf(rule) };
}

function untilOf(rule: ICAL.Recur): CalendarTime | null {
  if (rule.until === null) return null;
  const { year, month, day } = rule.until;
  return { kind: 'day', at: Date.UTC(year, month - 1, day) };
}

function line(component: ICAL.Component, name: string): string {
  return cleanLine(text(component, name), LONGEST_TITLE);
}

function text(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.toWellFormed() : '';
}

function parameter(property: ICAL.Property, name: string): string {
  const value = property.getFirstParameter(name);
  return typeof value === 'string' ? value : '';
}
