import { describe, expect, test } from 'vitest';
import { holidaysOf } from '../../src/directory/holidays.ts';
import { currentPriority, dueAt, dueState, pressing, startsAt } from '../../src/rules/service-level.ts';
import type { Status } from '../../src/rules/ticket.ts';
import { calendar } from '../support/builders.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');

describe('starts and due', () => {
  test('of a ticket created on Saturday 18 July 2015 are Monday and Thursday at eight (S11)', () => {
    const starts = startsAt(at('2015-07-18T10:40:53+02:00'), calendar);

    expect(iso(starts)).toBe('2015-07-20T06:00:00Z');
    expect(iso(dueAt(starts, 3, calendar))).toBe('2015-07-23T06:00:00Z');
  });

  test('of a ticket created inside business hours are that instant and three business days later (L01)', () => {
    const created = at('2015-07-21T10:15:30+02:00');

    expect(startsAt(created, calendar)).toBe(created);
    expect(iso(dueAt(created, 3, calendar))).toBe('2015-07-24T08:15:30Z');
  });

  test('skip regional and moving holidays (L01)', () => {
    const corpusChristi = at('2026-06-04T10:00:00+02:00');
    const inRegion = (region: string) => ({ ...calendar, holidays: holidaysOf(region, [2026]) });

    expect(iso(startsAt(corpusChristi, inRegion('DE')))).toBe('2026-06-04T08:00:00Z');
    expect(iso(startsAt(corpusChristi, inRegion('DE-NW')))).toBe('2026-06-05T06:00:00Z');
  });
});

describe('the current priority', () => {
  const ticket = { priority: 5, finalPriority: 50, startsAt: at('2026-11-20T08:00:00+01:00'), dueAt: at('2026-11-25T08:00:00+01:00'), closedAt: null };

  test.each([
    ['before starts is the first', '2026-11-19T12:00:00+01:00', 5],
    ['at starts is the first', '2026-11-20T08:00:00+01:00', 5],
    ['after a third of the business time has risen by a third', '2026-11-20T17:00:00+01:00', 20],
    ['does not rise on a weekend', '2026-11-22T12:00:00+01:00', 20],
    ['rises in a line', '2026-11-23T12:30:00+01:00', 28],
    ['at due is the final', '2026-11-25T08:00:00+01:00', 50],
    ['stays at the final', '2027-06-01T08:00:00+01:00', 50],
  ])('%s (L04)', (_, when, value) => {
    expect(currentPriority(ticket, at(when), calendar)).toBe(value);
  });

  test('falls where the final one is lower (L04)', () => {
    const falling = { ...ticket, priority: 50, finalPriority: 5 };
    expect(currentPriority(falling, at('2026-11-20T17:00:00+01:00'), calendar)).toBe(35);
    expect(currentPriority(falling, at('2027-06-01T08:00:00+01:00'), calendar)).toBe(5);
  });

  test('stays where the ticket was closed (L04)', () => {
    const closed = { ...ticket, closedAt: at('2026-11-20T17:00:00+01:00') };
    expect(currentPriority(closed, at('2027-06-01T08:00:00+01:00'), calendar)).toBe(20);
  });

  test('is one of the two, where no business time lies between starts and due (L04)', () => {
    const weekend = { ...ticket, startsAt: at('2026-11-21T08:00:00+01:00'), dueAt: at('2026-11-22T08:00:00+01:00') };
    expect(currentPriority(weekend, at('2026-11-21T12:00:00+01:00'), calendar)).toBe(5);
    expect(currentPriority(weekend, at('2026-11-22T12:00:00+01:00'), calendar)).toBe(50);
    expect(currentPriority({ ...weekend, dueAt: weekend.startsAt }, at('2026-11-21T12:00:00+01:00'), calendar)).toBe(50);
  });
});

describe('the due state', () => {
  const ticket = { dueAt: at('2026-11-24T10:00:00+01:00'), closedAt: null };

  test.each([
    ['none', 'two business days before', '2026-11-20T09:59:59+01:00'],
    ['soon', 'one business day before', '2026-11-23T10:00:00+01:00'],
    ['soon', 'a second before', '2026-11-24T09:59:59+01:00'],
    ['overdue', 'at due', '2026-11-24T10:00:00+01:00'],
    ['overdue', 'long after', '2027-11-24T10:00:00+01:00'],
  ])('is %s %s (L10)', (state, _, when) => {
    expect(dueState(ticket, at(when), calendar)).toBe(state);
  });

  test.each<[Status, string]>([['new', 'overdue'], ['open', 'overdue'], ['waiting', 'none']])('presses the desk on a ticket that is %s: %s (L10)', (status, state) => {
    expect(pressing({ ...ticket, status }, at('2026-11-24T10:00:00+01:00'), calendar)).toBe(state);
  });

  test('of a closed ticket is none (L10)', () => {
    expect(dueState({ ...ticket, closedAt: at('2026-11-25T10:00:00+01:00') }, at('2026-11-26T10:00:00+01:00'), calendar)).toBe('none');
  });
});

describe('holidays', () => {
  test('of the whole country are nine a year (L01)', () => {
    expect(holidaysOf('DE', [2026])).toEqual([
      '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25', '2026-12-26',
    ]);
  });

  test('of a state have its own beside them (L01)', () => {
    expect(holidaysOf('DE-NW', [2026])).toEqual(expect.arrayContaining([...holidaysOf('DE', [2026]), '2026-06-04', '2026-11-01']));
    expect(holidaysOf('DE-NW', [2026])).toHaveLength(11);
  });

  test('of several years come in order, each once', () => {
    const dates = holidaysOf('DE', [2027, 2026, 2027]);
    expect(dates).toHaveLength(18);
    expect(dates).toEqual([...dates].sort());
  });

  test('are none for no region, and refused for an unknown one', () => {
    expect(holidaysOf('none', [2026])).toEqual([]);
    expect(() => holidaysOf('DE-XX', [2026])).toThrow('DE-XX');
  });
});
