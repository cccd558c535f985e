/** A new release with another table takes the place of the old one while mails come. */

import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { root } from '../../start/wrangler.ts';
import { start, stop } from '../rig.ts';
import { feedAll, type Row } from '../row.ts';

export const upgrade: Row = {
  name: 'a new release with a migration, three times under load',
  size: { conversations: 40, mails: 8, kills: 3 },
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
  const copy = mkdtempSync(join(tmpdir(), 'vorgang-release-'));
  for (const part of ['src', 'migrations', 'scripts', 'test/support', 'package.json', 'tsconfig.json']) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (let more = 1; more <= release; more++) addMigration(join(copy, 'migrations/ticket'), more);
  return join(copy, 'scripts/faults/faulty-worker.ts');
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
