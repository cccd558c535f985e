/** docs/faults.md is held against the tree: every fault has its row and its tests, and the figures are of the rows that there are. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rows } from '../../scripts/faults/rows/rows.ts';

const root = join(import.meta.dirname, '../..');
const lines = readFileSync(join(root, 'docs/faults.md'), 'utf8').split('\n').filter((line) => line.startsWith('|'));
const cells = lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const faults = cells.filter(([id = '']) => /^SF\d\d$/.test(id)).map(([id = '', , where = '']) => ({ id, where }));
const figures = cells.filter(([name]) => rows.some((row) => row.name === name));

test('every fault has one row', () => {
  expect(faults.map(({ id }) => id)).toEqual(Array.from({ length: 31 }, (_, at) => `SF${String(at + 1).padStart(2, '0')}`));
});

test.each(faults)('fault $id is tried where its row says, or says that it is not', ({ where }) => {
  const named = [...where.matchAll(/`([^`]+)` “([^”]+)”/g)];

  expect(named.filter(([, place = '', name = '']) => !isThere(place, name)).map(([whole]) => whole)).toEqual([]);
  if (named.length === 0) expect(where).toMatch(/^not yet: /);
});

test('every row of npm run faults has its figures: nothing lost, twice, out of order, uninvited or left over', () => {
  expect(figures.map(([name]) => name)).toEqual(rows.map((row) => row.name));
  expect(figures.filter((row) => row.slice(6, 11).join() !== '0,0,0,0,0')).toEqual([]);
});

test('the figures are of at least 1,000 mails and 50 kills', () => {
  const sum = (column: number) => figures.reduce((total, row) => total + Number(row[column]), 0);

  expect(sum(1)).toBeGreaterThanOrEqual(1000);
  expect(sum(3)).toBeGreaterThanOrEqual(50);
});

function isThere(place: string, name: string): boolean {
  if (place === 'npm run faults') return rows.some((row) => row.name === name);
  return existsSync(join(root, place)) && readFileSync(join(root, place), 'utf8').includes(name);
}
