/** `npm run fuzz -- --seed N --count 20000 [--first N]`: brings that many mutated mails to the inbound path and keeps each that finds a fault. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { option } from '../start/arguments.ts';
import { fuzz } from './run.ts';

const args = process.argv.slice(2);
const number = (name: string, otherwise: number) => Number(option(args, name) ?? otherwise);
const asked = { seed: number('--seed', Date.now() % 1_000_000), count: number('--count', 20_000), first: number('--first', 0) };
if (!Object.values(asked).every((one) => Number.isSafeInteger(one) && one >= 0)) {
  console.error('npm run fuzz -- --seed N --count N --first N, each a whole number');
  process.exit(1);
}

console.log(`Seed ${asked.seed}, ${asked.count} mails from ${asked.first} on`);
const started = performance.now();
const { findings, outcomes, slowest } = await fuzz(asked, console.log);
console.log(`${Math.round((performance.now() - started) / 1000)} seconds; the slowest mail, ${slowest.at}, took ${slowest.ms} ms for ${slowest.size} bytes`);
console.log(outcomes);
console.log(`${findings.length} findings`);
if (findings.length > 0) {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  for (const { at, bytes } of findings) writeFileSync(join(folder, `${asked.seed}-${at}.eml`), bytes);
  console.log(`The mails are in ${folder}`);
  process.exitCode = 1;
}
