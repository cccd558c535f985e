import { describe, expect, test } from 'vitest';
import { entryTime, exactTime, fullTime, shortTime, type Clock } from '../../src/portal/parts/times.ts';

/** Sat 18 Jul 2015 10:40:53 in Berlin. */
const created = Date.UTC(2015, 6, 18, 8, 40, 53);
const hour = 3_600_000;
const reading = (language: 'de' | 'en', at = created): Clock => ({ at, zone: 'Europe/Berlin', language });

describe('times', () => {
  test.each([
    ['de', 'Sa 18.07.2015, 10:40:53'],
    ['en', 'Sat 18 Jul 2015, 10:40:53'],
  ] as const)('are in the desk’s zone and the reader’s format (%s) (W10)', (language, shown) => {
    expect(fullTime(created, reading(language))).toBe(shown);
  });

  test('say everything on hover, the zone too (W10)', () => {
    expect(exactTime(created, reading('de'))).toMatch(/^Samstag, 18\. Juli 2015.* 10:40:53 MESZ$/);
  });

  test.each([
    ['on the same day', created + 2 * hour, '10:40', '10:40'],
    ['in the same year', created + 48 * hour, '18. Juli', 'Sa 18. Juli, 10:40'],
    ['in another year', created + 400 * 24 * hour, '18.07.2015', 'Sa 18. Juli 2015, 10:40'],
  ])('are as short as they can be %s (W10)', (_, now, short, entry) => {
    expect(shortTime(created, reading('de', now))).toBe(short);
    expect(entryTime(created, reading('de', now))).toBe(entry);
  });

  test('know midnight in the desk’s zone, not in UTC (W10)', () => {
    const beforeMidnight = Date.UTC(2015, 6, 18, 21, 59);

    expect(shortTime(beforeMidnight, reading('de', beforeMidnight + 2 * 60_000))).toBe('18. Juli');
  });
});
