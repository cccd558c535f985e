/** The platform does not take letters, or takes them and nobody hears of it. */

import { setTimeout as rest } from 'node:timers/promises';
import { chance } from '../../../test/support/chance.ts';
import { ask, setClock, start, wake } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';
import { killAtRandom } from './kills.ts';

/** In which a refused letter becomes due again. */
const STEP_MS = 40_000;

export const sendingFails: Row = {
  name: 'sending fails, 30 %',
  size: { conversations: 24, mails: 6, kills: 0 },
  short: { conversations: 6, mails: 4, kills: 0 },
  async act(scene) {
    failSometimes(scene, 0.3, 0);
    await start(scene.rig);
    await retried(scene, feedAll(scene));
  },
};

export const answersAreLost: Row = {
  name: 'sending fails, 20 %, and 10 % of the answers are lost',
  size: { conversations: 24, mails: 6, kills: 0 },
  short: { conversations: 6, mails: 4, kills: 0 },
  async act(scene) {
    failSometimes(scene, 0.2, 0.1);
    await start(scene.rig);
    await retried(scene, feedAll(scene));
  },
};

export const killsWhileSendingFails: Row = {
  name: 'kill -9 at random, and sending fails, 30 %',
  size: { conversations: 24, mails: 6, kills: 8 },
  short: { conversations: 6, mails: 4, kills: 1 },
  async act(scene) {
    failSometimes(scene, 0.3, 0);
    await start(scene.rig);
    await Promise.all([feedAll(scene), killAtRandom(scene)]);
  },
};

export const nothingIsTaken: Row = {
  name: 'nothing is taken for 20 hours, as where the day’s limit is reached',
  size: { conversations: 16, mails: 4, kills: 0 },
  short: { conversations: 4, mails: 3, kills: 0 },
  async act(scene) {
    const { rig } = scene;
    rig.sink.fateOf = () => 'refuse';
    await start(rig);
    await feedAll(scene);
    for (let hour = 1; hour <= 20; hour++) {
      await setClock(rig, hour * HOUR_MS);
      await wake(rig, Array.from({ length: scene.size.conversations }, (_, at) => FIRST_NUMBER + at));
    }
  },
};

const HOUR_MS = 3_600_000;
/** FIRST_TICKET_NUMBER in wrangler.toml. */
const FIRST_NUMBER = 427_637;

function failSometimes({ rig, seed }: Scene, refused: number, lost: number): void {
  const dice = chance(seed + 3);
  rig.sink.fateOf = () => {
    const share = dice.next();
    if (share < refused) return 'refuse';
    return share < refused + lost ? 'lose the answer' : 'take';
  };
}

/** The clock goes on in steps, so that letters are tried again while mails come. */
async function retried({ rig, news }: Scene, fed: Promise<void>): Promise<void> {
  let done = false;
  const over = fed.finally(() => (done = true));
  while (!done) {
    await Promise.race([rest(3000), over]);
    await setClock(rig, rig.clockMs + STEP_MS);
    const waiting = new Set(rig.sink.letters.filter((letter) => !news.heard.has(letter.messageId)).flatMap((letter) => /#(\d+)\]/.exec(letter.subject)?.[1] ?? []));
    for (const number of waiting) await ask(rig, `wake?number=${number}`).catch(() => null);
  }
  await over;
}
