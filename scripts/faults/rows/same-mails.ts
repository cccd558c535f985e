/** Mails come several times, or in any order. */

import { chance } from '../../../test/support/chance.ts';
import { bring } from '../feeder.ts';
import { nextMail } from '../plan.ts';
import { start } from '../rig.ts';
import type { Row } from '../row.ts';

export const manyTimes: Row = {
  name: 'every mail 2 to 10 times, at once and again',
  size: { conversations: 10, mails: 4, kills: 0 },
  short: { conversations: 4, mails: 3, kills: 0 },
  async act(scene) {
    const dice = chance(scene.seed + 4);
    await start(scene.rig);
    await Promise.all(scene.conversations.map(async (conversation) => {
      while (conversation.written.length < conversation.length) {
        const mail = nextMail(conversation, null);
        await Promise.all(Array.from({ length: 2 + dice.below(6) }, () => bring(scene.rig, scene.feeding, mail)));
        for (let again = dice.below(3); again > 0; again--) await bring(scene.rig, scene.feeding, mail);
      }
    }));
  },
};

export const anyOrder: Row = {
  name: 'mails of a conversation in any order',
  size: { conversations: 10, mails: 4, kills: 0 },
  short: { conversations: 4, mails: 4, kills: 0 },
  async act(scene) {
    const dice = chance(scene.seed + 5);
    for (const conversation of scene.conversations) {
      conversation.judged = 'kept';
      while (conversation.written.length < conversation.length) nextMail(conversation, null);
    }
    const mails = scene.conversations.flatMap((conversation) => conversation.written).map((mail) => ({ mail, at: dice.next() }));
    await start(scene.rig);
    const lanes = mails.toSorted((one, other) => one.at - other.at);
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let next = lanes.shift(); next !== undefined; next = lanes.shift()) await bring(scene.rig, scene.feeding, next.mail);
    }));
  },
};
