/** The desk is killed while mails come. */

import { setTimeout as rest } from 'node:timers/promises';
import { failPoints, pointsAtOnce } from '../../../src/fail-points.ts';
import { chance } from '../../../test/support/chance.ts';
import { kill, start } from '../rig.ts';
import type { Sink } from '../sink.ts';
import { feedAll, type Row, type Scene } from '../row.ts';

export const killsAtRandom: Row = {
  name: 'kill -9 at random',
  size: { conversations: 100, mails: 10, kills: 50 },
  short: { conversations: 6, mails: 4, kills: 2 },
  async act(scene) {
    await start(scene.rig);
    await Promise.all([feedAll(scene), killAtRandom(scene)]);
  },
};

/** So many times, each after the desk has run for a moment. */
export async function killAtRandom({ rig, seed, size }: Scene): Promise<void> {
  const dice = chance(seed + 1);
  for (let done = 0; done < size.kills; done++) {
    await rest(100 + dice.below(2000));
    await kill(rig);
    await start(rig);
  }
}

export const killsAtPoints: Row = {
  name: 'kill -9 at every fail-point',
  size: { conversations: 30, mails: 6, kills: failPoints.length },
  short: { conversations: 6, mails: 4, kills: 4 },
  async act(scene) {
    const all = feedAll(scene);
    await killAtPoints(scene);
    await start(scene.rig);
    await all;
  },
};

/** At one point after the other, so many times in all. Ends with the last mail: then nobody comes past most of them. */
async function killAtPoints({ rig, size, seed, feeding }: Scene): Promise<void> {
  const dice = chance(seed + 2);
  const all = size.conversations * size.mails;
  for (let done = 0; done < size.kills && feeding.accepted.size < all; done++) {
    const point = failPoints[(seed + done) % failPoints.length] ?? 'mail-read';
    const countdown = dice.below(4);
    const reached = pointsAtOnce.includes(point) ? standing(feeding.accepted) : comesPast(rig.sink, countdown);
    await start(rig, { failPoints: [point] });
    await Promise.race([reached, finished(() => feeding.accepted.size === all)]);
    await kill(rig);
  }
}

/** When the point was reached for the nth time. The desk hears no answer: it is killed before. */
export function comesPast(sink: Sink, countdown: number): Promise<void> {
  let left = countdown;
  return new Promise((resolve) => {
    sink.reached = () => {
      if (left-- > 0) return Promise.resolve(true);
      resolve();
      return new Promise(() => undefined);
    };
  });
}

/** When nothing was accepted for a while: the desk stands still within a transaction. */
async function standing(accepted: Set<string>): Promise<void> {
  for (let before = -1; before !== accepted.size; ) {
    before = accepted.size;
    await rest(1500);
  }
}

async function finished(are: () => boolean): Promise<void> {
  while (!are()) await rest(500);
}
