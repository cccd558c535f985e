import { describe, expect, test } from 'vitest';
import { accountLimit, networkOf, takeTurn, type Tries, type Turn } from '../../src/rules/slow-down.ts';

const at = 1_700_000_000_000;

function tries(count: number, when: (n: number) => number = () => at): Turn[] {
  const turns: Turn[] = [];
  let known: Tries | null = null;
  for (let n = 0; n < count; n++) {
    const turn = takeTurn(known, accountLimit, when(n));
    known = turn.tries;
    turns.push(turn);
  }
  return turns;
}

describe('tries to sign in', () => {
  test('cost nothing for the first ten within a quarter of an hour (SW06)', () => {
    expect(tries(10).map((turn) => turn.kind === 'go' && turn.waitMs)).toEqual(Array(10).fill(0));
  });

  test('wait longer each time after that, and stand in line when many come at once (SW06)', () => {
    const waits = tries(14).slice(10).map((turn) => (turn.kind === 'go' ? turn.waitMs : null));

    expect(waits).toEqual([500, 1500, 3500, 7500]);
  });

  test('are asked to come back where the line is too long, and do not lengthen it (SW06)', () => {
    const [last, again] = tries(40).slice(-2);

    expect(last).toMatchObject({ kind: 'later' });
    expect(again).toEqual(last);
  });

  test('never end for good: whoever waits gets their turn (SW06)', () => {
    const patient = tries(60, (n) => at + n * 17_000);

    expect(patient.every((turn) => turn.kind === 'go' && turn.waitMs <= 30_000)).toBe(true);
  });

  test('are forgotten when the window is over', () => {
    const before = tries(40).at(-1)?.tries ?? null;

    expect(takeTurn(before, accountLimit, at + accountLimit.windowMs)).toMatchObject({ kind: 'go', waitMs: 0 });
  });
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::17', '2001:db8:0:0::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is in the network %s (SW06)', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
