/**
 * `npm run bench:profile -- --row "ticket page with 10" [--rounds 300] [--state FOLDER]`: where the time of a row of the bench goes in the
 * Worker and its objects, in milliseconds for one piece of work: by function, by function with all it calls, and by source.
 */

import { readFileSync } from 'node:fs';
import { option } from '../start/arguments.ts';
import { startDesk } from './bench-desk.ts';
import { profileOf, spentBy, type CallFrame } from './cpu-profile.ts';
import { buildAll } from './runtime.ts';
import { openState } from './state.ts';
import { setScene, tasks } from './work.ts';

const args = process.argv.slice(2);
const rounds = Number(option(args, '--rounds') ?? 300);
const part = option(args, '--row') ?? 'ticket page with 10 articles';
const SHOWN = 40;

const workers = await buildAll();
const modules = modulesOf(readFileSync(workers.desk.modules[0]?.path ?? '', 'utf8').split('\n'));
const desk = await startDesk(workers, await openState(option(args, '--state')), true);
try {
  const scene = await setScene(desk, { common: 'ticket', rare: 'ticket' });
  const task = tasks(desk, scene).find(({ work }) => work.includes(part));
  if (task === undefined) throw new Error(`No row has "${part}" in its name`);
  const repeat = async (times: number) => {
    for (let round = 0; round < times; round += 1) await task.ours();
  };
  await repeat(Math.ceil(rounds / 10));
  const profile = await profileOf(await desk.runtime.inspector(), () => repeat(rounds));
  console.log(task.work);
  const functions = spentBy(profile, (frame) => `${frame.functionName || '(anonymous)'}  ${sourceOf(frame)}:${frame.lineNumber + 1}`);
  show('in itself', functions.self);
  show('with all it calls', functions.whole);
  show('by source', spentBy(profile, sourceOf).self);
} finally {
  await desk.runtime.stop();
}

function sourceOf({ url, lineNumber, functionName }: CallFrame): string {
  return url.endsWith('.js') ? (modules[lineNumber] ?? '') : url || functionName;
}

/** The module of each line: the bundle names it before its first. */
function modulesOf(lines: string[]): string[] {
  let name = '';
  return lines.map((line) => (name = /^\/\/ (\S+\.[a-z]+)$/.exec(line)?.[1] ?? name));
}

function show(title: string, spent: Map<string, number>): void {
  console.log(`\n${title}`);
  for (const [name, took] of [...spent].toSorted(([, one], [, other]) => other - one).slice(0, SHOWN)) console.log(`${(took / rounds).toFixed(3).padStart(9)} ms  ${name}`);
}
