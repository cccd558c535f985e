/** What a bench found, as rows of a table. */

import { median, p95, ratio, type Compared } from './timing.ts';

/** `pieces` of work in each measured time. `aim`: at most how many times the floor; null: nothing is promised. */
export type Measured = { work: string; pieces: number; compared: Compared; aim: number | null };

export const heading = ['| work | median | p95 | a second | floor, median | times the floor | aim | times the floor that knows whose session it is |', '|---|---:|---:|---:|---:|---:|---|---:|'];

export function rowOf({ work, pieces, compared, aim }: Measured): string {
  const { ours, floor, knowing } = compared;
  const aSecond = (pieces * 1000) / median(ours);
  return `| ${[work, ms(median(ours) / pieces), ms(p95(ours) / pieces), aSecond.toFixed(aSecond < 10 ? 1 : 0), ms(median(floor) / pieces), ratio(ours, floor).toFixed(2), aim === null ? '' : `≤ ${aim}`, knowing.length === 0 ? '' : ratio(ours, knowing).toFixed(2)].join(' | ')} |`;
}

export function ms(time: number): string {
  return `${time.toFixed(time < 100 ? 1 : 0)} ms`;
}
