import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crons } from '../../src/rules/jobs.ts';
import { AT_WORK_MS, compareLedger } from '../../src/rules/ledger.ts';

const at = Date.parse('2026-11-24T09:00:00Z');
const kept = (key: string, keptAt = at - AT_WORK_MS) => ({ key, keptAt, size: 1 });
const row = (key: string, { receivedAt = at - AT_WORK_MS, missing = false } = {}) => ({ key, receivedAt, missing });

describe('between kept mails and ledger', () => {
  test.each([
    ['nothing is different where both have the same', [kept('a'), kept('b')], [row('a'), row('b')], [], [], []],
    ['a mail without a row is to be brought in', [kept('a'), kept('b'), kept('c')], [row('b')], ['a', 'c'], [], []],
    ['a row without a mail is missing', [kept('b')], [row('a'), row('b')], [], ['a'], []],
    ['one that is missing already is not found to be missing again', [], [row('a', { missing: true })], [], [], []],
    ['one that was missing and is there is found', [kept('a')], [row('a', { missing: true })], [], [], ['a']],
    ['a mail that came just now is left alone', [kept('a', at - AT_WORK_MS + 1)], [], [], [], []],
    ['and so is its row', [], [row('a', { receivedAt: at - AT_WORK_MS + 1 })], [], [], []],
  ])('%s (SR2)', (_, mails, rows, unknown, missing, found) => {
    const difference = compareLedger(mails, rows, at);

    expect({ ...difference, unknown: difference.unknown.map((mail) => mail.key) }).toEqual({ unknown, missing, found });
  });
});

test('the platform calls exactly when there is something to do', () => {
  const config = readFileSync(join(import.meta.dirname, '../../wrangler.toml'), 'utf8');

  expect(JSON.parse(/^crons = (.*)$/m.exec(config)?.[1] ?? '')).toEqual(Object.values(crons));
});
