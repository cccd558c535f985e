/** How long it takes until something answers that was not running. */

import { startDesk } from './bench-desk.ts';
import type { Workers } from './runtime.ts';
import { openState, type State } from './state.ts';
import { median } from './timing.ts';
import type { Scene } from './work.ts';

/** From an empty machine, its database migrated, to the first page. */
export async function firstStart(workers: Workers): Promise<number> {
  const state = await openState();
  const start = performance.now();
  const desk = await startDesk(workers, state);
  await desk.visit('/sign-in', '');
  const took = performance.now() - start;
  await desk.runtime.stop();
  return took;
}

/** Medians of the pages of tickets whose objects sleep, and of the same pages again. */
export type ObjectStarts = { coldMs: number; warmMs: number };

export async function objectStarts(workers: Workers, state: State, { others }: Scene): Promise<ObjectStarts> {
  const desk = await startDesk(workers, state);
  try {
    const visits = async () => {
      const times: number[] = [];
      for (const number of others) {
        const start = performance.now();
        await desk.visit(`/tickets/${number}`, state.agent);
        times.push(performance.now() - start);
      }
      return median(times);
    };
    // The Worker itself is awake, and has its first page behind it.
    for (let page = 0; page < 5; page += 1) await desk.visit('/desk?view=open', state.agent);
    return { coldMs: await visits(), warmMs: await visits() };
  } finally {
    await desk.runtime.stop();
  }
}
