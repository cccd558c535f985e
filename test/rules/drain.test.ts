import { describe, expect, test } from 'vitest';
import { drain, type LetterChange, type OpenLetter } from '../../src/outbox/drain.ts';
import type { SendResult } from '../../src/outbox/send.ts';
import { DOUBT_MS, nextTry } from '../../src/rules/retry.ts';
import { address, now } from '../support/builders.ts';

const max = address('max@kunde.example');
const boss = address('boss@kunde.example');
const sent: SendResult = { kind: 'sent', messageId: '<m@x>' };
const nobodyKnows: SendResult = { kind: 'unknown', reason: 'Network connection lost' };
const later: SendResult = { kind: 'retry', reason: 'E_RATE_LIMIT_EXCEEDED' };

describe('draining the outbox', () => {
  test('a letter is marked sending before it is handed over, and sent after', async () => {
    const { steps } = await drained([aLetter(1, max)], () => sent);

    expect(steps).toEqual(['1 sending', '1 handed over', '1 sent']);
  });

  test('a letter that fails for now waits and is tried again later (SO06)', async () => {
    const { changes } = await drained([aLetter(1, max)], () => later);

    expect(changes.at(-1)).toMatchObject({ state: 'queued', reason: 'E_RATE_LIMIT_EXCEEDED', dueAt: now + 10_000 });
  });

  test('later letters to the same reader wait for an earlier one, others do not (SR4, SO08)', async () => {
    const { steps } = await drained([aLetter(1, max), aLetter(2, max), aLetter(3, boss)], (letter) => (letter.id === 1 ? later : sent));

    expect(steps.filter((step) => step.endsWith('handed over'))).toEqual(['1 handed over', '3 handed over']);
  });

  test('a letter refused for good does not hold up the next one', async () => {
    const { steps } = await drained([aLetter(1, max), aLetter(2, max)], (letter) => (letter.id === 1 ? { kind: 'failed', reason: 'E_RECIPIENT_SUPPRESSED' } : sent));

    expect(steps).toContain('1 failed');
    expect(steps).toContain('2 sent');
  });

  test('a letter found in sending after a crash is in doubt, not sent again at once (SR5)', async () => {
    const { steps, changes } = await drained([aLetter(1, max, { state: 'sending' }), aLetter(2, max)], () => sent);

    expect(steps).toEqual(['1 unknown']);
    expect(changes[0]).toMatchObject({ dueAt: now + DOUBT_MS });
  });

  test('a letter is in doubt if the connection broke while it was handed over, and later ones wait for it (SR5, SR4)', async () => {
    const { steps, changes } = await drained([aLetter(1, max), aLetter(2, max)], () => nobodyKnows);

    expect(steps).toEqual(['1 sending', '1 handed over', '1 unknown']);
    expect(changes).toMatchObject([{ handedAt: now }, { state: 'unknown', dueAt: now + DOUBT_MS }]);
  });

  test('a letter in doubt is sent again when its time has come, marked as possibly sent twice (SR5)', async () => {
    const { changes } = await drained([aLetter(1, max, { state: 'unknown', attempts: 1 })], () => sent);

    expect(changes[0]).toEqual({ state: 'sending', possiblyTwice: true, attempts: 2 });
  });
});

describe('a clock that was wrong', () => {
  const year = 366 * 24 * 3_600_000;

  test('holds no letter back (SF22)', async () => {
    expect((await drained([aLetter(1, max, { dueAt: now + year })], () => sent)).steps).toContain('1 sent');
  });

  test('sends no letter in doubt again before its time (SF22, SR5)', async () => {
    const { changes } = await drained([aLetter(1, max, { state: 'unknown', dueAt: now + year })], () => sent);

    expect(changes).toEqual([{ state: 'unknown', dueAt: now + DOUBT_MS }]);
  });
});

test('no letter from before a restore is sent, later ones are (SR6, SF27)', async () => {
  const { steps, changes } = await drained([aLetter(1, max), aLetter(2, boss, { state: 'unknown' }), aLetter(3, max, { createdAt: now + 1 })], () => sent, { restoredAt: now + 1 });

  expect(steps).toEqual(['1 failed', '2 failed', '3 sending', '3 handed over', '3 sent']);
  expect(changes[0]).toMatchObject({ reason: 'restored' });
});

test('a letter of which news came since it was read is not sent again (SR5)', async () => {
  const { steps } = await drained([aLetter(1, max, { state: 'unknown' }), aLetter(2, max)], () => sent, { settled: [1] });

  expect(steps).toEqual(['2 sending', '2 handed over', '2 sent']);
});

test('a letter is given up after a day (SO06)', () => {
  expect(nextTry(3, { createdAt: now, at: now + 3_600_000, chance: 0.5 })).toBe(now + 3_600_000 + 90_000);
  expect(nextTry(30, { createdAt: now, at: now + 23 * 3_600_000, chance: 0.5 })).toBe(now + 24 * 3_600_000);
  expect(nextTry(31, { createdAt: now, at: now + 24 * 3_600_000, chance: 0.5 })).toBeNull();
});

function aLetter(id: number, recipient: OpenLetter['recipient'], with_: Partial<OpenLetter> = {}): OpenLetter {
  return { id, recipient, state: 'queued', attempts: 0, createdAt: now, dueAt: now, ...with_ };
}

async function drained(open: OpenLetter[], answer: (letter: OpenLetter) => SendResult, { settled = [], restoredAt = null }: { settled?: number[]; restoredAt?: number | null } = {}): Promise<{ steps: string[]; changes: LetterChange[] }> {
  const steps: string[] = [];
  const changes: LetterChange[] = [];
  await drain({
    open,
    restoredAt,
    isAsRead: (letter) => !settled.includes(letter.id),
    mark: (letter, change) => {
      steps.push(`${letter.id} ${change.state}`);
      changes.push(change);
    },
    send: async (letter) => {
      steps.push(`${letter.id} handed over`);
      return answer(letter);
    },
    now: () => now,
    chance: () => 0.5,
  });
  return { steps, changes };
}
