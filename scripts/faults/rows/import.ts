/** The desk is exported while mails come and letters wait; an empty one imports it and goes on in its place. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareDesks, readWholeDesk, type WholeDesk } from '../compare-desks.ts';
import { tellOnce } from '../news.ts';
import { agents, watcher } from '../plan.ts';
import { press, signIn } from '../portal.ts';
import { isOpen, type StoredLetter } from '../read-desk.ts';
import { databaseFile, kill, start, stop, unusedState, wake, type Rig } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';
import { upkeep, upkeepDone } from '../upkeep-command.ts';
import { comesPast } from './kills.ts';
import { allLeft } from './restore.ts';

export const importUnderLoad: Row = {
  name: 'export under load, and import into an empty desk, each killed once on its way',
  size: { conversations: 12, mails: 10, kills: 4 },
  short: { conversations: 6, mails: 6, kills: 4 },
  async act(scene) {
    const { rig } = scene;
    const folder = mkdtempSync(join(tmpdir(), 'vorgang-export-'));
    await start(rig, { failPoints: ['ticket-exported'] });
    await feedOnce(scene);
    await feedWhile(scene, exportInSpiteOfAKill(rig, folder));
    rig.sink.fateOf = () => 'refuse';
    await feedOnce(scene);
    await upkeepDone(rig, 'export', folder);
    await kill(rig);
    const exported = readWholeDesk(rig.state);
    const atEnd = await letHalfLeave(scene, exported);
    if (exported.letters.filter(isOpen).length <= atEnd.letters.filter(isOpen).length) scene.found.push({ kind: 'orphan', what: 'no letter left after the export' });

    await importHalf(scene, folder);
    const imported = await importWhole(rig, folder);
    scene.found.push(...compareDesks(exported, imported));
    await start(rig);
    await sendAgain(rig, atEnd.letters.filter(isOpen));
    while (feedsOn(scene)) await feedOnce(scene);
  },
};

/** Brings every conversation's next mail, again and again until the work is done; some are left for later. */
async function feedWhile(scene: Scene, work: Promise<void>): Promise<void> {
  let done = false;
  const feed = async () => {
    while (!done && scene.conversations.some(({ written }) => written.length < scene.size.mails - 3)) await feedOnce(scene);
  };
  await Promise.all([work.finally(() => (done = true)), feed()]);
}

async function feedOnce(scene: Scene): Promise<void> {
  for (const conversation of scene.conversations) conversation.length = Math.min(conversation.written.length + 1, scene.size.mails);
  await feedAll(scene, 4);
}

function feedsOn({ conversations, size }: Scene): boolean {
  return conversations.some(({ written }) => written.length < size.mails);
}

async function exportInSpiteOfAKill(rig: Rig, folder: string): Promise<void> {
  await killedOnItsWay(rig, 'export', { folder, past: 2 });
  await start(rig);
  await upkeepDone(rig, 'export', folder);
}

/** The desk, once the command has come past its fail-point so often. */
async function killedOnItsWay(rig: Rig, command: 'export' | 'import', { folder, past }: { folder: string; past: number }): Promise<void> {
  const reached = comesPast(rig.sink, past);
  const over = upkeep(rig, command, folder);
  await Promise.race([reached, over]);
  await kill(rig);
  await over;
}

/** After the export every other ticket's letters leave the old desk, and the new one never hears of it. How the old one is when it ends. */
async function letHalfLeave({ rig, news }: Scene, { tickets }: WholeDesk): Promise<WholeDesk> {
  rig.sink.fateOf = () => 'take';
  await start(rig);
  await allLeft(rig, [...tickets.keys()].filter((number) => number % 2 === 0));
  await tellOnce(rig, news);
  await kill(rig);
  return readWholeDesk(rig.state);
}

/** What a killed import leaves sends nothing, and takes no other. */
async function importHalf({ rig, found }: Scene, folder: string): Promise<void> {
  rig.state = await unusedState();
  await start(rig, { failPoints: ['ticket-restored'] });
  await killedOnItsWay(rig, 'import', { folder, past: 3 });

  await start(rig);
  const left = rig.sink.letters.length;
  if ((await upkeep(rig, 'import', folder)).code === 0) found.push({ kind: 'twice', what: 'an import into a desk that was imported into before' });
  await stop(rig);
  const { tickets } = readWholeDesk(rig.state);
  await start(rig);
  await wake(rig, [...tickets.keys()]);
  if (tickets.size === 0) found.push({ kind: 'orphan', what: 'no ticket was imported before the kill' });
  if (rig.sink.letters.length > left) found.push({ kind: 'uninvited', what: 'letters of a desk that is half imported' });
  await stop(rig);
}

/** The desk that goes on, not started; its agents have signed in. */
async function importWhole(rig: Rig, folder: string): Promise<WholeDesk> {
  rig.state = await unusedState();
  await start(rig);
  await upkeepDone(rig, 'import', folder);
  await stop(rig);
  signIn(databaseFile(rig.state));
  return readWholeDesk(rig.state);
}

/** Agents do what the import asks for: they send again what they know has not left, in the order of the ticket. */
async function sendAgain(rig: Rig, letters: StoredLetter[]): Promise<void> {
  const everybody = [...agents, watcher];
  for (const [at, { ticket, id }] of letters.entries()) {
    const by = everybody[at % everybody.length] ?? watcher;
    if (!(await press(rig, by, `/tickets/${ticket}/letters/${id}`, { how: 'again' }))) throw new Error(`Letter ${id} of ${ticket} could not be sent again`);
  }
}
