/**
 * `npm run faults:mutants -- [--seed N] [--row PART]`: the product with one line made wrong on purpose, under a fault test each. A judge that finds nothing then is worth
 * nothing; this ends with 1 if one of them is not found.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { option } from '../start/arguments.ts';
import type { Finding } from './check.ts';
import { copyOfProduct } from './copy-of-product.ts';
import { play, type Row } from './row.ts';
import { killsWhileErasing } from './rows/erasing.ts';
import { importUnderLoad } from './rows/import.ts';
import { killsAtPoints } from './rows/kills.ts';
import { deskAndMails } from './rows/races.ts';
import { rebuildUnderLoad } from './rows/rebuild.ts';
import { manyTimes } from './rows/same-mails.ts';
import { sendingFails } from './rows/sending.ts';

/** `from` stands in `file` once, and becomes `to`; `row` then finds `kind`. */
type Mutant = { name: string; file: string; from: string; to: string; row: Row; kind: Finding['kind'] };

const mutants: Mutant[] = [
  { name: 'the bytes of a mail are not kept', file: 'src/inbound/receive.ts', from: 'await keepRaw(env.BYTES, key, raw, envelope);', to: 'null;', row: manyTimes, kind: 'lost' },
  { name: 'every letter is handed over twice', file: 'src/ticket/letter-sending.ts', from: 'const result = await send(env.MAIL, mail);', to: 'await send(env.MAIL, mail);\n  const result = await send(env.MAIL, mail);', row: manyTimes, kind: 'twice' },
  { name: 'every third letter is only said to have left', file: 'src/outbox/drain.ts', from: 'await outbox.send(letter);', to: "letter.id % 3 === 0 ? ({ kind: 'sent', messageId: `<none-${letter.id}>` } as const) : await outbox.send(letter);", row: manyTimes, kind: 'lost' },
  { name: 'later letters do not wait for an earlier one', file: 'src/outbox/drain.ts', from: '&& !waiting.has(letter.recipient)', to: '', row: sendingFails, kind: 'disorder' },
  { name: 'a letter left from a crash is sent again at once', file: 'src/outbox/drain.ts', from: "letter.state === 'sending' || (letter.state", to: '(letter.state', row: killsAtPoints, kind: 'twice' },
  { name: 'answers open tickets of their own', file: 'src/inbound/deliver.ts', from: 'const candidates = route({ mail: gathered.naming, recipients: incoming.envelope.recipients, ...gathered.tickets, queues: gathered.queues });', to: 'const candidates = [];', row: manyTimes, kind: 'disorder' },
  { name: 'nobody wakes up for letters', file: 'src/ticket/wake-up.ts', from: 'if (at !== null) await', to: 'if (at === 0) await', row: manyTimes, kind: 'orphan' },
  { name: 'comments are answers', file: 'src/rules/lifecycle.ts', from: "written(command, 'comment')", to: "written(command, 'correspondence')", row: deskAndMails, kind: 'lost' },
  { name: 'an import lets letters leave', file: 'src/ticket/upkeep.ts', from: 'const stopped = stopLetters(db, Date.now());', to: 'const stopped = 0;', row: importUnderLoad, kind: 'twice' },
  { name: 'what erasing did not come to stays', file: 'src/scheduled/jobs.ts', from: "{ name: 'readdressing', run: (env, _, at) => readdressEverywhere(env, at) },", to: '', row: killsWhileErasing, kind: 'orphan' },
  { name: 'a rebuilt index keeps wrong rows', file: 'src/upkeep/rebuild-index.ts', from: 'await outdate(env.DB, numbers);', to: '', row: rebuildUnderLoad, kind: 'orphan' },
];

/** With which the desk is killed after it handed a letter over, and before it knew. */
const seed = Number(option(process.argv.slice(2), '--seed') ?? 12);
const part = option(process.argv.slice(2), '--row') ?? '';
let unfound = 0;
console.log('| made wrong | found | lost | twice | out of order | uninvited | left over | seconds |');
console.log(`|---|---|${'---:|'.repeat(6)}`);
for (const mutant of mutants.filter(({ name }) => name.includes(part))) {
  const { findings, seconds } = await play(mutant.row, mutant.row.short, seed, mutated(mutant));
  const counts = (['lost', 'twice', 'disorder', 'uninvited', 'orphan'] as const).map((kind) => findings.filter((finding) => finding.kind === kind).length);
  const found = findings.some((finding) => finding.kind === mutant.kind);
  unfound += found ? 0 : 1;
  console.log(`| ${mutant.name} | ${found ? 'yes' : '**no**'} | ${counts.join(' | ')} | ${seconds} |`);
}
process.exitCode = unfound > 0 ? 1 : 0;

/** The path of the changed Worker. Throws if there is not exactly one place to change. */
function mutated({ name, file, from, to }: Mutant): string {
  const { folder, worker } = copyOfProduct();
  const path = join(folder, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2) throw new Error(`${name}: ${file} has "${from}" ${parts.length - 1} times`);
  writeFileSync(path, parts.join(to));
  return worker;
}
