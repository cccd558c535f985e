/**
 * `npm run import -- DIR`: brings what `npm run export` wrote into a running desk that nobody has used. Mails and files come last: before the ledger
 * knows them, the hourly check would take them for new ones.
 */

import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { DeskAccess } from './desk-access.ts';
import { checkedList, type Listed, namedFolder, pathIn } from './folder.ts';
import { Stop } from './stop.ts';
import { withDesk } from './with-desk.ts';

const step = v.union([
  v.object({ next: v.nullable(v.looseObject({ part: v.string() })), rows: v.number(), tickets: v.number(), stopped: v.array(v.number()) }),
  v.object({ refused: v.picklist(['used', 'noExport']) }),
]);
const refusals = { used: 'The desk is not empty. An import needs one that nobody has used: no tickets, no mails, nobody signed in.', noExport: 'The folder holds no export that is whole: its about.json is missing.' };

const [named, ...args] = process.argv.slice(2);

function checked(): { folder: string; all: Listed[] } {
  const folder = namedFolder(named, 'npm run import');
  return { folder, all: checkedList(folder) };
}

await withDesk(args, checked, async (desk, { folder, all }) => {
  const { next } = await importStep(desk, { part: 'look' });
  for (const one of all.filter(({ key }) => key.startsWith('export/'))) await put(desk, folder, one, one.key.replace('export/', 'import/'));
  await letImport(desk, next);
  const bytes = all.filter(({ key }) => !key.startsWith('export/'));
  for (const one of bytes) await put(desk, folder, one, one.key);
  console.log(`${bytes.length} mails and files. Everybody sets a new password at ${desk.url}/password/forgotten.`);
});

async function put(desk: DeskAccess, folder: string, { key, type, metadata }: Listed, as: string): Promise<void> {
  const { from, to } = metadata;
  const envelope = from === undefined || to === undefined ? {} : { 'Kept-From': encodeURIComponent(from), 'Kept-To': encodeURIComponent(to) };
  await desk.fetch(`bytes/${as}`, { method: 'PUT', body: readFileSync(pathIn(folder, key)), headers: { ...(type === '' ? {} : { 'Content-Type': type }), ...envelope } });
}

async function letImport(desk: DeskAccess, from: object | null): Promise<void> {
  let at = from;
  const sum = { rows: 0, tickets: 0 };
  const stopped: number[] = [];
  while (at !== null) {
    const done = await importStep(desk, at);
    sum.rows += done.rows;
    sum.tickets += done.tickets;
    stopped.push(...done.stopped);
    at = done.next;
  }
  console.log(`${sum.rows} rows and ${sum.tickets} tickets.`);
  if (stopped.length > 0) console.log(`Letters that still waited are not sent but shown as failed on ${stopped.map((number) => `#${number}`).join(', ')}: please decide there.`);
}

/** Throws Stop if the desk refuses it. */
async function importStep(desk: DeskAccess, at: object): Promise<Exclude<v.InferOutput<typeof step>, { refused: string }>> {
  const done = v.parse(step, await desk.step('import', { at }));
  if ('refused' in done) throw new Stop(refusals[done.refused]);
  return done;
}
