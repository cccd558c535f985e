/**
 * `npm run import -- DIR`: brings what `npm run export` wrote into a running desk that nobody has used. Mails and files come last: before the ledger
 * knows them, the hourly check would take them for new ones.
 */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { type DeskAccess, Stop, withDesk } from './desk-access.ts';
import { checkedList, type Listed, pathIn } from './folder.ts';

const step = v.union([
  v.object({ next: v.nullable(v.looseObject({ part: v.string() })), rows: v.number(), tickets: v.number(), stopped: v.array(v.number()) }),
  v.object({ refused: v.picklist(['used', 'noExport']) }),
]);
const refusals = { used: 'The desk is not empty. An import needs one that nobody has used: no tickets, no mails, nobody signed in.', noExport: 'The folder holds no export that is whole: its about.json is missing.' };

const [named = '', ...args] = process.argv.slice(2);
const folder = resolve(named);

await withDesk(args, async (desk) => {
  if (named === '' || named.startsWith('-')) throw new Stop('Please name a folder: npm run import -- DIR');
  const all = checkedList(folder);
  for (const one of all.filter(({ key }) => key.startsWith('export/'))) await put(desk, one, one.key.replace('export/', 'import/'));
  await letImport(desk);
  const bytes = all.filter(({ key }) => !key.startsWith('export/'));
  for (const one of bytes) await put(desk, one, one.key);
  console.log(`${bytes.length} mails and files. Everybody sets a new password at ${desk.url}/password/forgotten.`);
});

async function put(desk: DeskAccess, { key, type, metadata }: Listed, as: string): Promise<void> {
  const { from, to } = metadata;
  const envelope = from === undefined || to === undefined ? {} : { 'Kept-From': encodeURIComponent(from), 'Kept-To': encodeURIComponent(to) };
  await desk.fetch(`bytes/${as}`, { method: 'PUT', body: readFileSync(pathIn(folder, key)), headers: { ...(type === '' ? {} : { 'Content-Type': type }), ...envelope } });
}

async function letImport(desk: DeskAccess): Promise<void> {
  let at: object | null = { part: 'begin' };
  const sum = { rows: 0, tickets: 0 };
  const stopped: number[] = [];
  while (at !== null) {
    const done: v.InferOutput<typeof step> = v.parse(step, await desk.step('import', { at }));
    if ('refused' in done) throw new Stop(refusals[done.refused]);
    sum.rows += done.rows;
    sum.tickets += done.tickets;
    stopped.push(...done.stopped);
    at = done.next;
  }
  console.log(`${sum.rows} rows and ${sum.tickets} tickets.`);
  if (stopped.length > 0) console.log(`Letters that still waited are not sent but shown as failed on ${stopped.map((number) => `#${number}`).join(', ')}: please decide there.`);
}
