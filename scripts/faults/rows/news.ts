/** The platform tells of letters as queues may: twice, in any order, or not at all. */

import { setTimeout as rest } from 'node:timers/promises';
import { chance } from '../../../test/support/chance.ts';
import type { Finding } from '../check.ts';
import { newsOf, tell } from '../news.ts';
import { start } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';

const NEVER_TOLD = 0.2;

export const newsInDisorder: Row = {
  name: 'news of letters twice, in any order, or (20 %) never',
  size: { conversations: 12, mails: 5, kills: 0 },
  short: { conversations: 4, mails: 4, kills: 0 },
  async act(scene) {
    await scene.news.stop();
    await start(scene.rig);
    let done = false;
    const fed = feedAll(scene).finally(() => (done = true));
    while (!done) {
      await tellBadly(scene, chance(scene.seed + scene.rig.sink.letters.length));
      await Promise.race([rest(300), fed]);
    }
    await fed;
    await tellBadly(scene, chance(scene.seed));
  },
  judge: ({ news, rig }, stored) => {
    const states = new Map(stored.letters.map(({ messageId, state }) => [messageId, state]));
    return rig.sink.letters.flatMap(({ messageId, to }): Finding[] => {
      const due = news.unsaid.has(messageId) ? ['sent', 'deferred'] : ['delivered'];
      const state = states.get(messageId) ?? 'unknown';
      return due.includes(state) ? [] : [{ kind: 'orphan', what: `a letter to ${to} is ${state}, and should be ${due.join(' or ')}` }];
    });
  },
};

const FATES = ['delivered', 'deferred', 'delivered', 'deferred'] as const;

/** Of what nobody has told yet, a part is never told; a delay of the rest is told before or after its end, and both of them again. */
async function tellBadly({ rig, news }: Scene, dice: ReturnType<typeof chance>): Promise<void> {
  const fresh = rig.sink.letters.filter(({ messageId }) => !news.heard.has(messageId) && !news.unsaid.has(messageId));
  const told = fresh.filter(({ messageId }) => !dice.happens(NEVER_TOLD) || !news.unsaid.add(messageId));
  const events = told.flatMap((letter) => FATES.map((fate) => ({ event: newsOf(letter, fate, rig.clockMs), at: dice.next() })));
  const heard = await tell(rig, events.toSorted((one, other) => one.at - other.at).map(({ event }) => event));
  // One that the desk did not know yet is told again, as by the queue.
  for (const [messageId, times] of Map.groupBy(heard, (id) => id)) if (times.length === FATES.length) news.heard.add(messageId);
}
