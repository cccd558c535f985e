/** Objects and database are restored to a state in which letters waited that have left since. R2 stays: nothing in it is ever changed. */

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { kill, setClock, start, wake, type Rig } from '../rig.ts';
import { feedAll, type Row } from '../row.ts';

const RESTORED = ['v3/do', 'v3/d1'];
/** Until a letter is due again however often it was refused before. */
const LATER_MS = 2 * 3_600_000;
const TIMES = 3;
/** FIRST_TICKET_NUMBER in wrangler.toml. */
const FIRST_NUMBER = 427_637;

export const restore: Row = {
  name: 'a restore to a state in which letters still waited',
  size: { conversations: 12, mails: 4, kills: 0 },
  short: { conversations: 4, mails: 3, kills: 0 },
  async act(scene) {
    const { rig } = scene;
    rig.sink.fateOf = () => 'refuse';
    await start(rig);
    await feedAll(scene);
    await kill(rig);
    const backup = `${rig.state}-backup`;
    for (const part of RESTORED) cpSync(join(rig.state, part), join(backup, part), { recursive: true });

    rig.sink.fateOf = () => 'take';
    await start(rig);
    await allLeft(rig, Array.from({ length: scene.size.conversations }, (_, at) => FIRST_NUMBER + at));
    await kill(rig);

    for (const part of RESTORED) {
      rmSync(join(rig.state, part), { recursive: true });
      cpSync(join(backup, part), join(rig.state, part), { recursive: true });
    }
    rig.vars = { RESTORED_AT: new Date(Date.now() + rig.clockMs).toISOString() };
    rig.kills = 0;
  },
};

/** Wakes these tickets until no more letters come; and later again, for those that were in doubt when the desk was killed, and what waits for them. */
export async function allLeft(rig: Rig, numbers: number[]): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    await setClock(rig, rig.clockMs + LATER_MS);
    for (let before = -1; before !== rig.sink.letters.length; ) {
      before = rig.sink.letters.length;
      await wake(rig, numbers);
      await rest(1000);
    }
  }
}
