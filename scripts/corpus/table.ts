import { fields } from './checks.ts';
import type { Score } from './score.ts';

/** Source × field as right/expected, with totals and per cent. Differences of policy count in neither; their number stands below. */
export function table(scores: Score[]): string {
  const sources = [...new Set(scores.map((score) => score.source))];
  const counted = scores.filter((score) => score.result !== 'policy');
  const rows = [
    ['', ...fields],
    ...sources.map((source) => [source, ...fields.map((field) => fraction(counted.filter((one) => one.source === source && one.field === field)))]),
    ['all', ...fields.map((field) => fraction(counted.filter((one) => one.field === field)))],
    ['%', ...fields.map((field) => perCent(counted.filter((one) => one.field === field)))],
    ['policy', ...fields.map((field) => String(scores.filter((one) => one.field === field && one.result === 'policy').length))],
  ];
  const widths = [...rows[0]?.keys() ?? []].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

function fraction(scores: Score[]): string {
  return scores.length === 0 ? '' : `${right(scores)}/${scores.length}`;
}

function perCent(scores: Score[]): string {
  return scores.length === 0 ? '' : ((100 * right(scores)) / scores.length).toFixed(1);
}

function right(scores: Score[]): number {
  return scores.filter((score) => score.result === 'right').length;
}
