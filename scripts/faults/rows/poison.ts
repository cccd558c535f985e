/** Mails that are made to hurt whoever reads them, among good ones. */

import { headers, htmls, packed, structures, texts } from '../../../test/support/hostile-shapes.ts';
import { chance } from '../../../test/support/chance.ts';
import { bring } from '../feeder.ts';
import { support, watcher, type Conversation, type WrittenMail } from '../plan.ts';
import { start } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';

const shapes = [...structures, ...headers, ...texts, ...htmls, ...packed];

/** Conversations that only wake the desk up. */
const WARMING = 2;

export const poison: Row = {
  name: 'poison mails among good ones',
  size: { conversations: 20, mails: 6, kills: 0 },
  short: { conversations: 8, mails: 3, kills: 0 },
  async act(scene) {
    const { conversations, size } = scene;
    const third = (size.conversations - WARMING) / 3;
    const from = (at: number) => conversations.slice(WARMING + at * third, WARMING + (at + 1) * third);
    const [before, beside, after] = [from(0), from(1), from(2)];
    const poisonous = poisonsFor(scene, Math.ceil((beside.length * size.mails) / 6));
    conversations.push(poisonous);
    await start(scene.rig);
    await feedAll({ ...scene, conversations: conversations.slice(0, WARMING) });
    await feedAll({ ...scene, conversations: before });
    await Promise.all([feedAll({ ...scene, conversations: beside }), bringAll(scene, poisonous)]);
    await feedAll({ ...scene, conversations: after });
    scene.remarks.push(howMuchLater(scene, beside, [...before, ...after]));
  },
};

async function bringAll({ rig, feeding }: Scene, { written }: Conversation): Promise<void> {
  for (const mail of written) await bring(rig, feeding, mail);
}

/** Good mails before and after are what those beside poison ones are compared with: they are of the same run. */
function howMuchLater({ feeding }: Scene, beside: Conversation[], alone: Conversation[]): string {
  const took = (conversations: Conversation[]) => conversations.flatMap(({ written }) => written.map(({ id }) => feeding.tookMs.get(id) ?? 0)).toSorted((one, other) => one - other);
  const at = (sorted: number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const [poisoned, plain] = [took(beside), took(alone)];
  const times = (share: number) => (at(poisoned, share) / at(plain, share)).toFixed(2);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return `Beside poison mails, one to six, a good mail was filed after ${seconds(at(poisoned, 0.5))} in the median and ${seconds(at(poisoned, 0.95))} at the 95th percentile: ${times(0.5)} and ${times(0.95)} times what good mails alone took in the same run.`;
}

/** One to six good ones. Many of them have no sender, or the same one, so some end at the door. */
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
