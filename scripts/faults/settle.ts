/** Lets the desk come to rest after what was done to it. */

import { setTimeout as rest } from 'node:timers/promises';
import { tellOnce, type News } from './news.ts';
import { isOpen, readDesk, type Stored } from './read-desk.ts';
import { kill, setClock, start, wake, type Rig } from './rig.ts';

/** A letter in doubt waits for a quarter of an hour. */
const STEP_MS = 16 * 60_000;
const MOST_ROUNDS = 12;

/**
 * Tells the news, puts the clock forward and wakes tickets until no letter is open; then ends the desk. What it has stored then: after the most rounds
 * something may be open still, which the check finds.
 */
export async function settle(rig: Rig, { news }: { news: News }): Promise<Stored> {
  await news.stop();
  rig.sink.fateOf = () => 'take';
  const asleep = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (rig.desk === null) await start(rig);
    await quiet(rig);
    await tellOnce(rig, news);
    await end(rig);
    const stored = readDesk(rig.state);
    // Here they are woken, so that nobody has to wait for their alarms; that they have some is seen before.
    for (const number of stored.asleep) asleep.add(number);
    const open = openTickets(stored);
    if (open.length === 0) return { ...stored, asleep: [...asleep] };

    await start(rig);
    await wake(rig, open);
    await tellOnce(rig, news);
    await setClock(rig, rig.clockMs + STEP_MS);
    await wake(rig, open);
  }
  await end(rig);
  return { ...readDesk(rig.state), asleep: [...asleep] };
}

/** Not counted as one of the kills. */
async function end(rig: Rig): Promise<void> {
  const { kills } = rig;
  await kill(rig);
  rig.kills = kills;
}

/** Until no letter came for a while. */
async function quiet({ sink }: Rig): Promise<void> {
  for (let before = -1; before !== sink.letters.length; ) {
    before = sink.letters.length;
    await rest(1500);
  }
}

function openTickets({ letters, tickets, index }: Stored): number[] {
  const open = letters.filter(isOpen).map((letter) => letter.ticket);
  const late = [...tickets].filter(([number, said]) => index.get(number) !== said).map(([number]) => number);
  return [...new Set([...open, ...late])];
}
