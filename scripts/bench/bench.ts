/**
 * `npm run bench -- [--sizes 1000,10000] [--row PART] [--share 0.2] [--state FOLDER] [--write]`: how long the built desk takes for its work,
 * beside the least that the same runtime can take for it, and how that grows with the desk. Fills `FOLDER`, or a new one, as far as
 * `bench:fill` does; `--write` puts what came out into docs/bench.md.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { option } from '../start/arguments.ts';
import { root } from '../start/wrangler.ts';
import { startDesk } from './bench-desk.ts';
import { fillIndex } from './filling/fill-index.ts';
import { wordAt, serialOf } from './filling/words.ts';
import { pageBytes } from './page-bytes.ts';
import { report, type Run } from './report.ts';
import { buildAll } from './runtime.ts';
import { firstStart, objectStarts } from './starts.ts';
import { openDatabase, openState } from './state.ts';
import { measure, setScene, tasks, type Scene } from './work.ts';

const args = process.argv.slice(2);
const sizes = (option(args, '--sizes') ?? '1000,10000,100000,500000').split(',').map(Number);
const part = option(args, '--row') ?? '';
const share = Number(option(args, '--share') ?? 1);
if (sizes.some((size) => !Number.isSafeInteger(size) || size < 1) || !(share > 0)) {
  console.error('npm run bench -- --sizes 1000,10000 --row PART-OF-ITS-NAME --share 0.2 --state FOLDER --write');
  process.exit(1);
}
/** The commonest words stand on every ticket; the hundredth on one in six, so that a page of hits is full from the first size on. */
const COMMON = 100;

const began = performance.now();
const workers = await buildAll();
const state = await openState(option(args, '--state'));
const run: Run = { share, tookMs: 0, built: workers.desk, firstStartMs: await firstStart(workers), objects: null, pages: [], sizes: [] };
let scene: Scene | null = null;
for (const size of sizes) {
  say(`${size.toLocaleString('en')} tickets: filling`);
  const db = openDatabase(state.folder);
  const fillBegan = performance.now();
  fillIndex(db, size);
  const filledMs = performance.now() - fillBegan;
  const serial = serialOf(Number(db.prepare("select min(number) as first from numbers where claimed_by like 'bench %'").get()?.['first']));
  db.close();
  const desk = await startDesk(workers, state);
  try {
    scene ??= await setScene(desk, { common: wordAt(COMMON), rare: serial });
    const measured = [];
    for (const task of tasks(desk, scene).filter(({ work }) => work.includes(part))) {
      say(`${size.toLocaleString('en')} tickets: ${task.work}`);
      measured.push(await measure(task, share));
    }
    run.sizes.push({ tickets: size, filledMs, measured });
    if (run.pages.length === 0) run.pages = await pageBytes(desk, scene);
  } finally {
    await desk.runtime.stop();
  }
}
if (scene !== null) run.objects = await objectStarts(workers, state, scene);

run.tookMs = performance.now() - began;
const text = report(run);
console.log(text);
if (args.includes('--write')) writeFileSync(join(root, 'docs/bench.md'), text);

function say(what: string): void {
  process.stderr.write(`${what}\n`);
}
