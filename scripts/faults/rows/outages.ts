/** Database and store are away for a while, again and again, while mails come. */

import { setTimeout as rest } from 'node:timers/promises';
import { ask, start, type Rig } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';

const LASTS_MS = 2500;

type Outage = { d1?: 'gone' | 'unknown'; r2?: 'gone' };

const well = { d1: 'well', r2: 'well' };

function outageRow(name: string, outage: Outage): Row {
  return {
    name,
    size: { conversations: 10, mails: 4, kills: 0 },
    short: { conversations: 6, mails: 4, kills: 0 },
    async act(scene) {
      scene.feeding.waitMs = 1000;
      await start(scene.rig);
      await awayAndBack(scene, outage, feedAll(scene));
    },
  };
}

export const outages: Row[] = [
  outageRow('D1 gone again and again', { d1: 'gone' }),
  outageRow('D1 writes, and says it failed', { d1: 'unknown' }),
  outageRow('R2 gone again and again', { r2: 'gone' }),
  outageRow('D1 and R2 gone at once', { d1: 'gone', r2: 'gone' }),
];

async function awayAndBack({ rig }: Scene, outage: Outage, fed: Promise<void>): Promise<void> {
  let done = false;
  const over = fed.finally(() => (done = true));
  while (!done) {
    await Promise.race([rest(LASTS_MS), over]);
    await ask(rig, 'outage', outage);
    await Promise.race([rest(LASTS_MS), over]);
    await back(rig);
  }
  await over;
}

async function back(rig: Rig): Promise<void> {
  await ask(rig, 'outage', well);
}
