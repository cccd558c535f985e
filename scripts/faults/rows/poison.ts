/** Mails that are made to hurt whoever reads them, among good ones. */

import { headers, htmls, packed, structures, texts } from '../../../test/support/hostile-shapes.ts';
import { chance } from '../../../test/support/chance.ts';
import { bring } from '../feeder.ts';
import { support, watcher, type Conversation, type WrittenMail } from '../plan.ts';
import { start } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';

const shapes = [...structures, ...headers, ...texts, ...htmls, ...packed];

export const poison: Row = {
  name: 'poison mails among good ones',
  size: { conversations: 15, mails: 6, kills: 0 },
  short: { conversations: 4, mails: 4, kills: 0 },
  async act(scene) {
    const { rig, size, feeding } = scene;
    const poisonous = poisonsFor(scene, Math.ceil((size.conversations * size.mails) / 15));
    scene.conversations.push(poisonous);
    const good = { ...scene, conversations: scene.conversations.filter((conversation) => conversation !== poisonous) };
    await start(rig);
    const each = async () => {
      for (const mail of poisonous.written) await bring(rig, feeding, mail);
    };
    await Promise.all([feedAll(good), each()]);
  },
};

/** One in fifteen. Many of them have no sender, or the same one, so some end at the door. */
function poisonsFor({ seed }: Scene, count: number): Conversation {
  const dice = chance(seed + 6);
  const written = Array.from({ length: count }, (_, at): WrittenMail => {
    const shape = shapes[(at * 7 + seed) % shapes.length];
    return { id: `poison-${at}`, from: 'a@kunde.example', to: support, due: [watcher, 'a@kunde.example', 'max@kunde.example'], raw: shape === undefined ? '' : unlike(shape.raw(shape.n), at) };
  });
  return { name: 'poison', judged: 'kept', length: count, written, dice };
}

/** No two mails with the same bytes: they would be one mail. */
function unlike(raw: Uint8Array, at: number): Uint8Array {
  return Buffer.concat([Buffer.from(`X-Poison: ${at}\r\nMessage-ID: <poison-${at}@kunde.example>\r\n`), raw]);
}
