/**
 * `npm run faults -- [--seed N] [--row PART] [--short] [--at-once N] [--write]`: every fault of docs/faults.md, with the figures that came out; `--write`
 * puts them there. Rows have desks of their own, so several run side by side.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { option } from '../start/arguments.ts';
import { root } from '../start/wrangler.ts';
import { heading, rowOf, withFigures } from './report.ts';
import { play, type Result, type Row } from './row.ts';
import { rows } from './rows/rows.ts';

const args = process.argv.slice(2);
const seed = Number(option(args, '--seed') ?? 1);
const part = option(args, '--row') ?? '';
const atOnce = Number(option(args, '--at-once') ?? 3);
const short = args.includes('--short');
const write = args.includes('--write');
const asked = rows.filter((row) => row.name.includes(part));
const isWhole = asked.length === rows.length && !short;
if (!Number.isSafeInteger(seed) || !(atOnce > 0) || asked.length === 0 || (write && !isWhole)) {
  console.error('npm run faults -- --seed N --at-once N --write\nnpm run faults -- --seed N --row PART-OF-ITS-NAME --short');
  process.exit(1);
}

const began = performance.now();
console.log([`Seed ${seed}\n`, ...heading].join('\n'));
const results = await playAll([...asked]);
for (const { name, state, findings } of results.filter((result) => result.findings.length > 0)) {
  console.log(`\n${name}: ${state}`);
  for (const { kind, what } of findings.slice(0, 40)) console.log(`  ${kind}: ${what}`);
}
for (const remark of results.flatMap(({ remarks }) => remarks)) console.log(`\n${remark}`);
const document = join(root, 'docs/faults.md');
if (write && results.length === rows.length) writeFileSync(document, withFigures(readFileSync(document, 'utf8'), { seed, atOnce, seconds: (performance.now() - began) / 1000, results }));
process.exitCode = results.length < asked.length || results.some(({ findings }) => findings.length > 0) ? 1 : 0;

/** In their order, however they end. A row that breaks off is told of, and the others go on. */
async function playAll(waiting: Row[]): Promise<Result[]> {
  const done: Result[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        const result = await play(next, short ? next.short : next.size, seed);
        console.log(rowOf(result));
        done.push(result);
      } catch (fault) {
        console.error(`${next.name} broke off`, fault);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return asked.flatMap(({ name }) => done.filter((result) => result.name === name));
}
