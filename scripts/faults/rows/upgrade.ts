/** A new release with another table takes the place of the old one while mails come. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { copyOfProduct } from '../copy-of-product.ts';
import { start, stop } from '../rig.ts';
import { feedAll, type Row } from '../row.ts';

export const upgrade: Row = {
  name: 'a new release with a migration, three times under load',
  size: { conversations: 15, mails: 6, kills: 3 },
  short: { conversations: 6, mails: 4, kills: 1 },
  async act(scene) {
    await start(scene.rig);
    const fed = feedAll(scene);
    for (let release = 1; release <= scene.size.kills; release++) {
      await rest(4000);
      const worker = newRelease(release);
      await stop(scene.rig);
      await start(scene.rig, { worker });
    }
    await fed;
  },
};

/** The path of the Worker in a copy of the product that has so many more migrations of the ticket's tables. */
function newRelease(release: number): string {
  const { folder, worker } = copyOfProduct();
  for (let more = 1; more <= release; more++) addMigration(join(folder, 'migrations/ticket'), more);
  return worker;
}

function addMigration(folder: string, more: number): void {
  const tag = `9${more}_release`;
  const path = join(folder, 'migrations.js');
  const code = readFileSync(path, 'utf8');
  const journal: { entries: object[] } = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'));
  journal.entries.push({ idx: journal.entries.length, version: '6', when: Date.now() + more, tag, breakpoints: true });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal));
  writeFileSync(join(folder, `${tag}.sql`), `ALTER TABLE \`ticket\` ADD \`release_${more}\` integer;`);
  const key = `m${String(journal.entries.length - 1).padStart(4, '0')}`;
  writeFileSync(path, code.replace('migrations: {', `migrations: {\n      ${key},`).replace(/^/, `import ${key} from './${tag}.sql';\n`));
}
