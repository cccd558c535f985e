/** The desk's clock jumps, also over the hours in which Berlin changes its own. */

import { setTimeout as rest } from 'node:timers/promises';
import { setClock, start } from '../rig.ts';
import { feedAll, type Row } from '../row.ts';

const HOUR_MS = 3_600_000;

export const clockJumps: Row = {
  name: 'the clock jumps by hours, days and a year, forth and back',
  size: { conversations: 12, mails: 5, kills: 0 },
  short: { conversations: 4, mails: 4, kills: 0 },
  act: (scene) => whileClockSays(scene, [HOUR_MS, -HOUR_MS, 26 * HOUR_MS, 0, 366 * 24 * HOUR_MS, -2 * HOUR_MS, 0]),
};

export const summerTime: Row = {
  name: 'Berlin changes its clocks (2027-03-28, 2027-10-31)',
  size: { conversations: 12, mails: 5, kills: 0 },
  short: { conversations: 4, mails: 4, kills: 0 },
  act: (scene) => whileClockSays(scene, ['2027-03-28T00:59:58Z', '2027-10-31T00:59:58Z', '2027-10-31T01:59:58Z'].map((instant) => Date.parse(instant) - Date.now())),
};

/** Each for a moment, again and again until all mails are brought. */
async function whileClockSays(scene: Parameters<Row['act']>[0], ahead: number[]): Promise<void> {
  await start(scene.rig);
  let done = false;
  const fed = feedAll(scene, 4).finally(() => (done = true));
  for (let at = 0; !done; at++) {
    await setClock(scene.rig, ahead[at % ahead.length] ?? 0);
    await Promise.race([rest(1500), fed]);
  }
  await fed;
}
