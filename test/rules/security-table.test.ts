import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');

/** The items of ASVS 5.0 that the desk holds itself to. */
const items = [
  '1.1.1-2 1.2.1-2 1.2.4 1.2.10 1.3.1 1.3.4 1.3.6 1.3.11-12 1.5.3 2.2.2 2.3.2-3 2.4.1 3.2.1-2 3.3.1-4 3.4.1 3.4.3-6 3.4.8 3.5.1 3.5.3-4 3.5.8 3.7.2',
  '5.1.1 5.2.1-2 5.3.2 5.4.1-3 6.1.1 6.2.1-12 6.3.1-4 6.3.7-8 6.4.1 6.4.3 6.4.6 6.5.1 6.5.3 6.5.5 6.6.2-3 6.7.2 7.2.1-4 7.3.1-2 7.4.1-5 7.5.1-2',
  '8.1.1 8.2.1-3 8.3.1-2 11.2.2-4 11.4.2 11.5.1 13.3.1 13.4.2 13.4.5 15.1.1-3 15.2.2 15.3.1 15.3.3-7 15.4.2 16.1.1 16.2.1-2 16.2.5 16.3.1-4 16.4.1-2',
].flatMap((line) => line.split(' ').flatMap(numbered));

type Row = { item: string; where: string; tests: string; status: string };

const rows: Row[] = security.split('\n').filter((line) => /^\| \d/.test(line)).map((line) => {
  const [item = '', , where = '', tests = '', status = ''] = line.split('|').slice(1).map((cell) => cell.trim());
  return { item, where, tests, status };
});

/** `1.1.1-3` is 1.1.1, 1.1.2 and 1.1.3. */
function numbered(range: string): string[] {
  const [, chapter = '', first = '', last = first] = /^(\d+\.\d+\.)(\d+)(?:-(\d+))?$/.exec(range) ?? [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${chapter}${Number(first) + index}`);
}

test('every item has one row, and no row is of another', () => {
  expect(rows.map((row) => row.item)).toEqual(items);
});

test.each(rows)('item $item is where its row says, and its test has that name', ({ where, tests, status }) => {
  const places = [...where.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
  const named = [...tests.matchAll(/`([^`]+)` “([^”]+)”/g)];

  expect(places.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(named.filter(([, file = '', name = '']) => !readFileSync(join(root, file), 'utf8').includes(name)).map(([whole]) => whole)).toEqual([]);
  expect(named.length).toBe(tests === '' ? 0 : tests.split('“').length - 1);
  expect(status).toMatch(/^(done|done, untested: .+|otherwise: .+|not yet(: .+)?|done, untested)$/);
  if (status === 'done') expect(named.length).toBeGreaterThan(0);
});

/** The rules of docs/security-rules.md. */
const ruleIds = ['SA01-7', 'SH01-16', 'SW01-23', 'SJ01-16', 'SJ20-26'].flatMap((range) => {
  const [, kind = '', first = '', last = ''] = /^(\w\w)(\d+)-(\d+)$/.exec(range) ?? [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${kind}${String(Number(first) + index).padStart(2, '0')}`);
});
const rules = readFileSync(join(root, 'docs/security-rules.md'), 'utf8').split('\n').filter((line) => /^\| S[AHWJ]\d/.test(line)).map((line) => {
  const [id = '', , tests = ''] = line.split('|').slice(1).map((cell) => cell.trim());
  return { id, tests };
});

test('every security rule has one row', () => {
  expect(rules.map((rule) => rule.id)).toEqual(ruleIds);
});

test.each(rules)('rule $id has its test under that name, or says that it has none', ({ tests }) => {
  const named = [...tests.matchAll(/`([^`]+)` “([^”]+)”/g)];

  expect(named.filter(([, file = '', name = '']) => !existsSync(join(root, file)) || !readFileSync(join(root, file), 'utf8').includes(name)).map(([whole]) => whole)).toEqual([]);
  if (named.length === 0) expect(tests).toMatch(/^(not yet|done, untested: )/);
});
