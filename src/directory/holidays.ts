/** Public holidays. The only importer of feiertagejs. */

import { getHolidays } from 'feiertagejs';

const states = ['BW', 'BY', 'BE', 'BB', 'HB', 'HE', 'HH', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const;

/** Whose public holidays are known: nobody's, those of the whole country, or a German state's as in ISO 3166-2. */
export const regions = ['none', 'DE', ...states.map((state) => `DE-${state}` as const)] as const;
export type Region = (typeof regions)[number];

const known = new Map<string, string[]>();

/**
 * The public holidays of `years` as ISO dates, in order. `region`: `none`, `DE` (those of the whole country) or a German
 * state as in ISO 3166-2 (`DE-NW`). Throws RangeError for any other.
 */
export function holidaysOf(region: string, years: number[]): string[] {
  if (region === 'none') return [];
  return [...new Set(years)].sort((a, b) => a - b).flatMap((year) => holidaysIn(region, year));
}

function holidaysIn(region: string, year: number): string[] {
  const name = `${region} ${year}`;
  const dates = known.get(name) ?? getHolidays(year, regionNamed(region)).map(isoDate).sort();
  known.set(name, dates);
  return dates;
}

/** `date` is noon in UTC. Its `dateString` is of the machine's zone: a day late in New Zealand. */
function isoDate(holiday: { date: Date }): string {
  return holiday.date.toISOString().slice(0, 10);
}

function regionNamed(region: string): 'BUND' | (typeof states)[number] {
  if (region === 'DE') return 'BUND';
  const state = states.find((one) => `DE-${one}` === region);
  if (state === undefined) throw new RangeError(`No holidays are known for the region "${region}"`);
  return state;
}
