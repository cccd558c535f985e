import { describe, expect, test } from 'vitest';
import { addBusinessDays, addBusinessMinutes, businessMinutesBetween, nextOpening } from '../../src/rules/business-hours.ts';
import type { Calendar } from '../../src/rules/queues.ts';
import { calendar } from '../support/builders.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');
const open = (fromMinute: number, toMinute: number) => ({ fromMinute, toMinute });
const everyDay = (hours: ReturnType<typeof open>, zone: string): Calendar => ({ zone, hours: Array(7).fill(hours), holidays: [] });
const allDay = (zone: string) => everyDay(open(0, 1440), zone);
const office = (zone: string): Calendar => ({ ...calendar, zone });

describe('the next opening', () => {
  test.each([
    ['a Saturday', '2015-07-18T10:40:53+02:00', '2015-07-20T06:00:00Z'],
    ['inside business hours', '2015-07-21T10:15:30+02:00', '2015-07-21T08:15:30Z'],
    ['at opening', '2015-07-21T08:00:00+02:00', '2015-07-21T06:00:00Z'],
    ['a second before closing', '2015-07-21T16:59:59+02:00', '2015-07-21T14:59:59Z'],
    ['at closing', '2015-07-21T17:00:00+02:00', '2015-07-22T06:00:00Z'],
    ['before opening', '2015-07-21T03:00:00+02:00', '2015-07-21T06:00:00Z'],
    ['a Friday evening', '2015-07-17T17:00:00+02:00', '2015-07-20T06:00:00Z'],
    ['the weekend on which clocks go forward', '2026-03-28T12:00:00+01:00', '2026-03-30T06:00:00Z'],
    ['the weekend on which clocks go back', '2026-10-24T12:00:00+02:00', '2026-10-26T07:00:00Z'],
    ['before 1970', '1969-12-27T12:00:00+01:00', '1969-12-29T07:00:00Z'],
  ])('from %s is right (L01)', (_, from, next) => {
    expect(iso(nextOpening(at(from), calendar))).toBe(next);
  });

  test('skips holidays, also two in a row and a weekend with them (L01)', () => {
    const easter = { ...calendar, holidays: ['2026-04-03', '2026-04-06'] };
    expect(iso(nextOpening(at('2026-04-02T18:00:00+02:00'), easter))).toBe('2026-04-07T06:00:00Z');
  });

  test.each([
    ['Asia/Kolkata', '2026-11-21T12:00:00Z', '2026-11-23T02:30:00Z'],
    ['Australia/Adelaide', '2026-11-21T12:00:00Z', '2026-11-22T21:30:00Z'],
    ['America/Los_Angeles', '2026-11-22T12:00:00Z', '2026-11-23T16:00:00Z'],
    ['Pacific/Kiritimati', '2026-11-22T12:00:00Z', '2026-11-22T18:00:00Z'],
  ])('is at eight on the clocks of %s (L01)', (zone, from, next) => {
    expect(iso(nextOpening(at(from), office(zone)))).toBe(next);
  });

  test('is when the clocks jump, where the opening time never comes (L01)', () => {
    expect(iso(nextOpening(at('2018-11-04T02:59:59Z'), everyDay(open(0, 60), 'America/Sao_Paulo')))).toBe('2018-11-04T03:00:00Z');
    expect(iso(nextOpening(at('2026-03-29T00:30:00Z'), everyDay(open(120, 600), 'Europe/Berlin')))).toBe('2026-03-29T01:00:00Z');
  });

  test('is the first of the two, where the opening time comes twice (L01)', () => {
    expect(iso(nextOpening(at('2026-10-24T22:00:00Z'), everyDay(open(150, 600), 'Europe/Berlin')))).toBe('2026-10-25T00:30:00Z');
  });

  test('does not exist for a calendar that never opens', () => {
    const never = { ...calendar, hours: Array(7).fill(null) };
    expect(() => nextOpening(at('2026-11-24T09:00:00Z'), never)).toThrow(RangeError);
    expect(() => nextOpening(at('2026-11-24T09:00:00Z'), everyDay(open(600, 600), 'Europe/Berlin'))).toThrow(RangeError);
  });
});

describe('business minutes', () => {
  test.each([
    ['within a day', '2026-11-24T09:00:00+01:00', 90, '2026-11-24T09:30:00Z'],
    ['over a night', '2026-11-24T16:30:00+01:00', 60, '2026-11-25T07:30:00Z'],
    ['to the closing minute', '2026-11-24T08:00:00+01:00', 540, '2026-11-24T16:00:00Z'],
    ['over two weekends', '2026-11-20T16:00:00+01:00', 60 + 5 * 540 + 30, '2026-11-30T07:30:00Z'],
  ])('pass %s', (_, from, minutes, to) => {
    expect(iso(addBusinessMinutes(at(from), minutes, calendar))).toBe(to);
    expect(businessMinutesBetween(at(from), at(to), calendar)).toBe(minutes);
  });

  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Havana', '2026-03-08', 23],
    ['Asia/Kolkata', '2026-03-29', 24],
  ])('in %s on %s are %d hours', (zone, date, hours) => {
    const from = nextOpening(at(`${date}T00:00:00Z`) - 14 * 3_600_000, { ...allDay(zone), holidays: daysBefore(date) });
    const next = nextOpening(from, { ...allDay(zone), holidays: [...daysBefore(date), date] });

    expect((next - from) / 3_600_000).toBe(hours);
    expect(businessMinutesBetween(from, next, allDay(zone))).toBe(hours * 60);
  });

  test('none pass outside of business hours, nor backwards', () => {
    expect(businessMinutesBetween(at('2026-11-21T00:00:00Z'), at('2026-11-22T22:00:00Z'), calendar)).toBe(0);
    expect(businessMinutesBetween(at('2026-11-25T12:00:00Z'), at('2026-11-24T12:00:00Z'), calendar)).toBe(0);
  });

  test('adding and measuring agree, in any zone, all year', () => {
    for (const zone of ['Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/St_Johns']) {
      for (let step = 0; step < 400; step += 1) {
        const from = nextOpening(Date.UTC(2017, 0, 1) + step * 29_000_000, office(zone));
        expect(businessMinutesBetween(from, addBusinessMinutes(from, step * 7, office(zone)), office(zone))).toBeCloseTo(step * 7, 6);
      }
    }
  });

  test('negative ones are refused', () => {
    expect(() => addBusinessMinutes(0, -1, calendar)).toThrow(RangeError);
    expect(() => addBusinessMinutes(0, NaN, calendar)).toThrow(RangeError);
  });
});

describe('business days', () => {
  test.each([
    ['from an opening', '2015-07-20T08:00:00+02:00', 3, '2015-07-23T06:00:00Z'],
    ['at the same time of the day', '2015-07-21T10:15:30+02:00', 3, '2015-07-24T08:15:30Z'],
    ['over a weekend', '2015-07-23T10:15:30+02:00', 3, '2015-07-28T08:15:30Z'],
    ['over clocks going forward', '2026-03-27T16:59:59+01:00', 1, '2026-03-30T14:59:59Z'],
    ['over clocks going back', '2026-10-23T09:00:00+02:00', 1, '2026-10-26T08:00:00Z'],
    ['from a Saturday', '2015-07-18T10:40:53+02:00', 3, '2015-07-23T06:00:00Z'],
    ['none', '2015-07-18T10:40:53+02:00', 0, '2015-07-20T06:00:00Z'],
  ])('pass %s (S11)', (_, from, days, to) => {
    expect(iso(addBusinessDays(at(from), days, calendar))).toBe(to);
  });

  test('skip holidays (L01)', () => {
    const christmas = { ...calendar, holidays: ['2026-12-25', '2026-12-26', '2027-01-01'] };
    expect(iso(addBusinessDays(at('2026-12-23T10:00:00+01:00'), 3, christmas))).toBe('2026-12-29T09:00:00Z');
  });

  test('ending at a closed time of an open day give the next opening (L01)', () => {
    const shortFriday = { ...calendar, hours: calendar.hours.with(4, open(8 * 60, 12 * 60)) };
    expect(iso(addBusinessDays(at('2026-11-26T15:00:00+01:00'), 1, shortFriday))).toBe('2026-11-30T07:00:00Z');
    const lateFriday = { ...calendar, hours: calendar.hours.with(4, open(10 * 60, 12 * 60)) };
    expect(iso(addBusinessDays(at('2026-11-26T08:00:00+01:00'), 1, lateFriday))).toBe('2026-11-27T09:00:00Z');
  });

  test('are whole', () => {
    expect(() => addBusinessDays(0, 1.5, calendar)).toThrow(RangeError);
    expect(() => addBusinessDays(0, -1, calendar)).toThrow(RangeError);
  });
});

function daysBefore(date: string): string[] {
  return [-2, -1].map((days) => new Date(at(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
}
