/** The ticket index is spoilt, and written anew from the tickets while mails come; the desk is killed on its way. */

import { DatabaseSync } from 'node:sqlite';
import { databaseFile, kill, start, stop } from '../rig.ts';
import { feedAll, type Row, type Scene } from '../row.ts';
import { upkeep, upkeepDone } from '../upkeep-command.ts';
import { comesPast } from './kills.ts';

export const rebuildUnderLoad: Row = {
  name: 'the index is spoilt and rebuilt under load, killed on its way',
  size: { conversations: 8, mails: 4, kills: 1 },
  short: { conversations: 6, mails: 3, kills: 1 },
  async act(scene) {
    const { rig, conversations, size } = scene;
    for (const conversation of conversations) conversation.length = 2;
    await start(rig);
    await feedAll(scene);
    await stop(rig);
    spoil(databaseFile(rig.state));

    const reached = comesPast(rig.sink, 3);
    await start(rig, { failPoints: ['ticket-told-index'] });
    for (const conversation of conversations) conversation.length = size.mails;
    await Promise.all([feedAll(scene, 3), rebuiltInSpiteOfAKill(scene, reached)]);
  },
};

async function rebuiltInSpiteOfAKill({ rig }: Scene, reached: Promise<void>): Promise<void> {
  const command = upkeep(rig, 'rebuild-index');
  await Promise.race([reached, command]);
  await kill(rig);
  await command;
  await start(rig);
  await upkeepDone(rig, 'rebuild-index');
}

/** Some rows gone, all others wrong and as if they were of a later version than the tickets. */
function spoil(database: string): void {
  const db = new DatabaseSync(database);
  db.exec("delete from tickets where number % 3 = 0; update tickets set subject = 'falsch', status = 'closed', version = version + 1000; delete from ticket_people where number % 2 = 0");
  db.close();
}
