/** A few of the faults of docs/faults.md, and few of each; `npm run faults` has them all. The desk is killed, so each run has one of its own. */

import { expect, test } from 'vitest';
import { play, type Row } from '../../scripts/faults/row.ts';
import { killsAtPoints, killsAtRandom } from '../../scripts/faults/rows/kills.ts';

const promises = 'every mail is on its ticket once, every letter left once, all in order (SR1, SR2, SR4, SR5)';

test('killed at random: ' + promises, () => nothingIsWrong(killsAtRandom), 600_000);

test('killed at fail-points: ' + promises, () => nothingIsWrong(killsAtPoints), 600_000);

async function nothingIsWrong(row: Row): Promise<void> {
  const { conversations, mails, kills } = row.short;

  const result = await play(row, row.short, 1);

  expect(result.findings).toEqual([]);
  expect(result.mails).toBe(conversations * mails);
  expect(result.kills).toBe(kills);
}
