/** `npm run faults -- [--seed N] [--row PART] [--short]`: every fault of docs/faults.md, with the figures that came out. */

import { option } from '../start/arguments.ts';
import type { Finding } from './check.ts';
import { play, type Result } from './row.ts';
import { rows } from './rows/rows.ts';

const args = process.argv.slice(2);
const seed = Number(option(args, '--seed') ?? 1);
const part = option(args, '--row') ?? '';
const asked = rows.filter((row) => row.name.includes(part));
if (!Number.isSafeInteger(seed) || asked.length === 0) {
  console.error('npm run faults -- --seed N --row PART-OF-ITS-NAME --short');
  process.exit(1);
}

console.log(`Seed ${seed}\n`);
console.log('| fault | mails | deliveries again | kills | sends that failed | letters | lost | twice | out of order | uninvited | left over | filed unread | marked possibly twice | seconds |');
console.log(`|---|${'---:|'.repeat(13)}`);
const faulty: Result[] = [];
for (const row of asked) {
  const result = await play(row, args.includes('--short') ? row.short : row.size, seed);
  const of = (kind: Finding['kind']) => result.findings.filter((finding) => finding.kind === kind).length;
  const figures = [result.mails, result.tries, result.kills, result.refused, result.letters, of('lost'), of('twice'), of('disorder'), of('uninvited'), of('orphan'), result.unread, result.possiblyTwice, result.seconds];
  console.log(`| ${row.name} | ${figures.join(' | ')} |`);
  if (result.findings.length > 0) faulty.push(result);
}
for (const { name, state, findings } of faulty) {
  console.log(`\n${name}: ${state}`);
  for (const { kind, what } of findings.slice(0, 40)) console.log(`  ${kind}: ${what}`);
}
process.exitCode = faulty.length > 0 ? 1 : 0;
