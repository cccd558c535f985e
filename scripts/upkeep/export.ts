/**
 * `npm run export -- DIR`: writes everything of a running desk into a folder; a second time only what is new. `--all` has the desk export every ticket
 * anew and not only those that changed; `--as-it-is` fetches what the last night's export left.
 */

import * as v from 'valibot';
import type { DeskAccess } from './desk-access.ts';
import { beginExport, exportFolder, hashOf, hasAlready, keep, type Listed, writeList } from './folder.ts';
import { withDesk } from './with-desk.ts';

const page = v.object({ objects: v.array(v.object({ key: v.string(), size: v.number(), etag: v.string(), type: v.string(), metadata: v.record(v.string(), v.string()) })), last: v.boolean() });
const step = v.object({ run: v.looseObject({ rows: v.number(), tickets: v.number() }), whole: v.boolean() });

const [named, ...args] = process.argv.slice(2);

await withDesk(args, () => exportFolder(named), async (desk, folder) => {
  beginExport(folder);
  if (!args.includes('--as-it-is')) await letExport(desk);
  const exported = await fetchAll(desk, folder, 'export/');
  const mails = await fetchAll(desk, folder, 'raw/');
  const files = await fetchAll(desk, folder, 'files/');
  const hash = writeList(folder, [...exported, ...mails, ...files]);
  console.log(`${mails.length} mails, ${files.length} files, ${exported.length} files of the export.\nsha256 ${hash}`);
});

async function letExport(desk: DeskAccess): Promise<void> {
  let run: object | null = null;
  for (let whole = false; !whole; ) {
    const done: v.InferOutput<typeof step> = v.parse(step, await desk.step('export', { run, all: args.includes('--all') }));
    ({ run, whole } = done);
    if (whole) console.log(`The desk exported ${done.run.rows} rows and ${done.run.tickets} tickets.`);
  }
}

/** One after the other: whatever stops it, the next call goes on. */
async function fetchAll(desk: DeskAccess, folder: string, prefix: string): Promise<Listed[]> {
  const all: Listed[] = [];
  for (let last = false; !last; ) {
    const after = encodeURIComponent(all.at(-1)?.key ?? '');
    const listed = v.parse(page, await (await desk.fetch(`bytes?prefix=${prefix}&after=${after}`)).json());
    for (const { etag, ...one } of listed.objects) {
      if (!hasAlready(folder, { ...one, etag })) keep(folder, one.key, await (await desk.fetch(`bytes/${one.key}`)).bytes());
      all.push({ ...one, sha256: hashOf(folder, one.key) });
    }
    last = listed.last;
  }
  return all;
}
