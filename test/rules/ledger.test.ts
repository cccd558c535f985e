import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crons } from '../../src/rules/jobs.ts';
import { AT_WORK_MS, compareLedger, type Difference, type KeptMail, type LedgerMail } from '../../src/rules/ledger.ts';

const at = Date.parse('2026-11-24T09:00:00Z');
const kept = (key: string, { keptAt = at - AT_WORK_MS, etag = `${key}1` } = {}): KeptMail => ({ key, keptAt, size: 1, etag });
const row = (key: string, more: Partial<LedgerMail> = {}): LedgerMail => ({ key, receivedAt: at - AT_WORK_MS, missing: false, changed: false, etag: `${key}1`, forgotten: false, ...more });
const other = { etag: 'other' };
const nothing = { unknown: [], missing: [], changed: [], found: [], unnoted: [] };

describe('between kept mails and ledger', () => {
  test.each<[string, KeptMail[], LedgerMail[], Partial<Record<keyof Difference, string[]>>]>([
    ['nothing is different where both have the same', [kept('a'), kept('b')], [row('a'), row('b')], {}],
    ['a mail without a row is to be brought in', [kept('a'), kept('b'), kept('c')], [row('b')], { unknown: ['a', 'c'] }],
    ['a row without a mail is missing', [kept('b')], [row('a'), row('b')], { missing: ['a'] }],
    ['one that is missing already is not found to be missing again', [], [row('a', { missing: true })], {}],
    ['one that was missing and is there is found', [kept('a')], [row('a', { missing: true })], { found: ['a'] }],
    ['a mail that came just now is left alone', [kept('a', { keptAt: at - AT_WORK_MS + 1 })], [], {}],
    ['and so is its row', [], [row('a', { receivedAt: at - AT_WORK_MS + 1 })], {}],
    ['a mail with other bytes than were kept is changed', [kept('a', other), kept('b')], [row('a'), row('b')], { changed: ['a'] }],
    ['one that is changed already is not found to be changed again', [kept('a', other)], [row('a', { changed: true })], {}],
    ['one that was changed and is as it was is found', [kept('a')], [row('a', { changed: true })], { found: ['a'] }],
    ['one that was missing and comes back with other bytes is changed, and not found', [kept('a', other)], [row('a', { missing: true })], { changed: ['a'] }],
    ['a mail whose bytes nobody noted has them noted', [kept('a')], [row('a', { etag: null }), row('b', { etag: null, missing: true })], { unnoted: ['a'] }],
    ['a mail that was deleted with its sender is neither missing nor changed', [kept('b', other)], [row('a', { forgotten: true }), row('b', { forgotten: true })], {}],
  ])('%s (SR2)', (_, mails, rows, different) => {
    const { unknown, unnoted, ...keys } = compareLedger(mails, rows, at);

    expect({ ...keys, unknown: unknown.map(({ key }) => key), unnoted: unnoted.map(({ key }) => key) }).toEqual({ ...nothing, ...different });
  });
});

test('the platform calls exactly when there is something to do', () => {
  const config = readFileSync(join(import.meta.dirname, '../../wrangler.toml'), 'utf8');

  expect(JSON.parse(/^crons = (.*)$/m.exec(config)?.[1] ?? '')).toEqual(Object.values(crons));
});
