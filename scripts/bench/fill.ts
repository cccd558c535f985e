/**
 * `npm run bench:fill -- 500000 [--persist-to FOLDER]`: fills the index of the local desk, which must not run meanwhile, with tickets of past
 * years, ten articles each. They are in lists and search. The last ones, one of them with 1,000 articles, come by mail and so have pages too.
 */

import { option } from '../start/arguments.ts';
import { startDesk, ticketWith } from './bench-desk.ts';
import { fillIndex } from './filling/fill-index.ts';
import { newMail } from './mails.ts';
import { buildAll } from './runtime.ts';
import { migrate, openDatabase } from './state.ts';

const args = process.argv.slice(2);
const total = Number(args.find((arg) => /^\d+$/.test(arg)));
if (!Number.isSafeInteger(total) || total < 1) {
  console.error('npm run bench:fill -- HOW-MANY-TICKETS [--persist-to FOLDER]');
  process.exit(1);
}
const folder = option(args, '--persist-to') ?? '.wrangler/state';
const WITH_PAGES = [1000, ...new Array<number>(20).fill(10)];

await migrate(folder);
const db = openDatabase(folder);
const started = performance.now();
const added = fillIndex(db, total, (done) => process.stderr.write(`\r${done.toLocaleString('en')} tickets`));
db.close();
console.log(`\n${added.toLocaleString('en')} tickets in ${((performance.now() - started) / 1000).toFixed(0)} seconds`);

const desk = await startDesk(await buildAll(), { folder, agent: '', customer: '' });
try {
  for (const articles of WITH_PAGES) console.log(`#${await ticketWith(desk, articles, newMail())} with ${articles} articles`);
} finally {
  await desk.runtime.stop();
}
