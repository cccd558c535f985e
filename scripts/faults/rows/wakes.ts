/** Tickets are woken many times at once while they have letters to send, as alarms and late retries of the platform may do. */

import { setTimeout as rest } from 'node:timers/promises';
import { ask, start } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';

const AT_ONCE = 4;

export const manyWakes: Row = {
  name: 'alarms many times at once',
  size: { conversations: 12, mails: 5, kills: 0 },
  short: { conversations: 6, mails: 4, kills: 0 },
  async act(scene) {
    await start(scene.rig);
    let done = false;
    const fed = feedAll(scene).finally(() => (done = true));
    await Promise.all([fed, wakeAll(scene, () => done)]);
  },
};

async function wakeAll({ rig, size }: Scene, isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    const numbers = Array.from({ length: size.conversations }, (_, at) => FIRST_NUMBER + at);
    await Promise.all(numbers.flatMap((number) => Array.from({ length: AT_ONCE }, () => ask(rig, `wake?number=${number}`).catch(() => null))));
    await rest(20);
  }
}

/** FIRST_TICKET_NUMBER in wrangler.toml. */
const FIRST_NUMBER = 427_637;
