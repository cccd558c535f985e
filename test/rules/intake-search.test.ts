import { describe, expect, test } from 'vitest';
import { dayNumber, daysBefore, daysSince, daySpan, isoDate, readMailSearch } from '../../src/rules/intake-search.ts';

describe('what is typed to find a mail', () => {
  test.each([
    ['max@kunde.example', { kind: 'whole', is: 'max@kunde.example' }],
    [' <42.abc@mail.kunde.example> ', { kind: 'whole', is: '<42.abc@mail.kunde.example>' }],
    ['@kunde.example', { kind: 'parts', parts: ['@kunde.example'] }],
    ['Drucker  Keller', { kind: 'parts', parts: ['Drucker', 'Keller'] }],
    ['max@kunde.example Drucker', { kind: 'parts', parts: ['max@kunde.example', 'Drucker'] }],
    ['a b c d e f g h i j', { kind: 'parts', parts: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }],
    ['   ', null],
  ])('%j is looked for as %j (SR2)', (typed, asked) => {
    expect(readMailSearch(typed)).toEqual(asked);
  });
});

describe('a day of the ledger', () => {
  const hours = ({ from, until }: { from: number; until: number }) => (until - from) / 3_600_000;

  test.each([
    ['2026-11-25', 24],
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('%s has %i hours in Berlin (SR2)', (date, length) => {
    expect(hours(daySpan(dayNumber(date) ?? 0, 'Europe/Berlin'))).toBe(length);
  });

  test('follows the one before without a gap, also where clocks are put back (SR2)', () => {
    const days = daysBefore(Date.parse('2026-10-27T00:30:00+01:00'), 'Europe/Berlin', { page: 1, count: 4 });

    expect(days.map(({ day }) => isoDate(day))).toEqual(['2026-10-27', '2026-10-26', '2026-10-25', '2026-10-24']);
    expect(days.slice(1).map(({ until }) => until)).toEqual(days.slice(0, -1).map(({ from }) => from));
    expect(daysBefore(days[0]?.from ?? 0, 'Europe/Berlin', { page: 2, count: 4 })[0]?.until).toBe(days[3]?.from);
  });

  test.each(['', '25.11.2026', '2026-13-01', '2026-02-30', '2026-11-25T00:00'])('is not %j (SR2)', (typed) => {
    expect(dayNumber(typed)).toBe(null);
  });
});

test.each([
  ['one day', '2026-11-25T00:10:00+01:00', '2026-11-25T23:50:00+01:00', 1],
  ['two days, though it is twenty minutes', '2026-11-24T23:50:00+01:00', '2026-11-25T00:10:00+01:00', 2],
  ['thirty-two days, though it is less than thirty-one times 24 hours', '2026-10-25T23:00:00+01:00', '2026-11-25T00:10:00+01:00', 32],
  ['one day where a clock went back', '2026-11-26T00:10:00+01:00', '2026-11-25T23:50:00+01:00', 1],
])('from the first mail on there are %s (SR2)', (_, first, at, days) => {
  expect(daysSince(Date.parse(first), Date.parse(at), 'Europe/Berlin')).toBe(days);
});
