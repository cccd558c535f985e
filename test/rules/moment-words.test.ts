import { describe, expect, test } from 'vitest';
import { EVENING, MORNING, readMoment } from '../../src/rules/moment-words.ts';
import { now } from '../support/builders.ts';

/** Tue 24 Nov 2026 10:00 in Berlin. */
const berlin = { at: now, zone: 'Europe/Berlin' };
const inBerlin = (typed: string, clock = berlin) => shown(readMoment(typed, clock, MORNING), clock.zone);

describe('a moment in words', () => {
  test.each([
    ['tomorrow 9', 'morgen 9', '2026-11-25 09:00'],
    ['tomorrow', 'morgen', '2026-11-25 08:00'],
    ['day after tomorrow at 9:30', 'übermorgen um 9.30 Uhr', '2026-11-26 09:30'],
    ['today 4 pm', 'heute 16 Uhr', '2026-11-24 16:00'],
    ['tonight', 'heute Abend', '2026-11-24 18:00'],
    ['this evening at 8', 'heute abend um 8', '2026-11-24 20:00'],
    ['in 3 days', 'in 3 Tagen', '2026-11-27 08:00'],
    ['in three days at noon', 'in drei Tagen mittags', '2026-11-27 12:00'],
    ['3d', '3 Tage', '2026-11-27 08:00'],
    ['in a week', 'in einer Woche', '2026-12-01 08:00'],
    ['in 1 month', 'in einem Monat', '2026-12-24 08:00'],
    ['in 90 minutes', 'in 90 Minuten', '2026-11-24 11:30'],
    ['in 2 hours', 'in 2 Stunden', '2026-11-24 12:00'],
    ['friday', 'Freitag', '2026-11-27 08:00'],
    ['fri 14:00', 'Fr. 14:00', '2026-11-27 14:00'],
    ['tuesday', 'am Dienstag', '2026-12-01 08:00'],
    ['coming wednesday morning', 'kommenden Mittwoch früh', '2026-11-25 08:00'],
    ['next monday', 'nächsten Montag', '2026-11-30 08:00'],
    ['next friday', 'nächsten Freitag', '2026-12-04 08:00'],
    ['next week', 'nächste Woche', '2026-11-30 08:00'],
    ['next month', 'nächsten Monat', '2026-12-01 08:00'],
    ['2026-11-30 14:00', '30.11. 14:00', '2026-11-30 14:00'],
    ['2026-12-01', '1.12.2026', '2026-12-01 08:00'],
    ['2026-12-01T07:15', '1.12.26, 7:15', '2026-12-01 07:15'],
    ['30 Nov', '30. November', '2026-11-30 08:00'],
    ['November 30th, 2 pm', '14 Uhr am 30. November', '2026-11-30 14:00'],
    ['january 5', '5.1.', '2027-01-05 08:00'],
    ['9 am tomorrow', '9 Uhr morgen', '2026-11-25 09:00'],
    ['11', '11 Uhr', '2026-11-24 11:00'],
    ['9 o’clock', 'um 9', '2026-11-25 09:00'],
    ['on Monday morning', 'Montag Morgen', '2026-11-30 08:00'],
  ])('is the same in English and German: %s, %s', (english, german, moment) => {
    expect(inBerlin(english)).toBe(moment);
    expect(inBerlin(german)).toBe(moment);
  });

  test('is in the zone of whoever types it', () => {
    expect(readMoment('tomorrow 9', { at: now, zone: 'America/New_York' }, MORNING)).toEqual({ kind: 'moment', at: Date.UTC(2026, 10, 25, 14) });
    expect(readMoment('tomorrow 9', berlin, MORNING)).toEqual({ kind: 'moment', at: Date.UTC(2026, 10, 25, 8) });
  });

  test('without a time is at the usual one', () => {
    expect(shown(readMoment('friday', berlin, EVENING), 'Europe/Berlin')).toBe('2026-11-27 17:00');
  });

  /** Sat 27 Mar 2027 12:00 and Sat 24 Oct 2026 12:00 in Berlin: clocks change in the night. */
  const spring = { at: Date.UTC(2027, 2, 27, 11), zone: 'Europe/Berlin' };
  const autumn = { at: Date.UTC(2026, 9, 24, 10), zone: 'Europe/Berlin' };
  test('is by the clock on the wall over a change of clocks, and hours are hours', () => {
    expect(inBerlin('in 2 days 9:00', spring)).toBe('2027-03-29 09:00');
    expect(inBerlin('tomorrow 2:30', spring)).toBe('2027-03-28 03:30');
    expect(inBerlin('in 24 hours', spring)).toBe('2027-03-28 13:00');
    expect(readMoment('tomorrow 2:30', autumn, MORNING)).toEqual({ kind: 'moment', at: Date.UTC(2026, 9, 25, 0, 30) });
    expect(inBerlin('in 24 hours', autumn)).toBe('2026-10-25 11:00');
  });

  test('on the last day of a month is on the last day of a shorter one', () => {
    expect(inBerlin('in 1 month', { at: Date.UTC(2027, 0, 31, 9), zone: 'Europe/Berlin' })).toBe('2027-02-28 08:00');
  });

  test('at midnight is the beginning of the next day', () => {
    expect(inBerlin('friday 24:00')).toBe('2026-11-28 00:00');
  });

  test.each(['yesterday', 'gestern 9', 'today 9', 'heute', '1.11.2026', '2025-12-24 10:00', 'in 0 minutes'])('that is over is told to be: %s', (typed) => {
    expect(readMoment(typed, berlin, MORNING)).toEqual({ kind: 'wrong', why: 'past' });
  });

  test.each(['', 'soon', 'bald', '31.2.', '2026-02-30', 'tomorrow 25', 'tomorrow 9:75', 'tomorrow 13pm', 'friday friday', 'in 3', 'in days', 'next', '1.1.2206', 'tomorrow 9 10', '30.11 und dann', '9'.repeat(400)])(
    'that cannot be read is told to be none: %s',
    (typed) => expect(readMoment(typed, berlin, MORNING)).toEqual({ kind: 'wrong', why: 'unread' }),
  );
});

function shown(read: ReturnType<typeof readMoment>, zone: string): string {
  if (read.kind === 'wrong') return read.why;
  return new Date(read.at).toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
}
