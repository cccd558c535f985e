/** Mutates mails and brings them to the inbound path in the runtime. */

import { startRuntime, type Runtime } from '../read/runtime.ts';
import { chance } from '../../test/support/chance.ts';
import { mutated } from './mutate.ts';
import { readSources } from './sources.ts';
import type { Verdict } from './verdict.ts';

export type Asked = { seed: number; count: number; first: number };

/** `at`: which mail of the run. `ms`: the shortest of the times that it took, as seen from here. */
export type Finding = { at: number; source: string; problem: string; bytes: Buffer };
export type Run = { findings: Finding[]; outcomes: Record<string, number>; slowest: { at: number; ms: number; size: number } };

/** Every so many mails go through the door, with everything that is stored; all are read. */
const RECEIVED_EVERY = 20;
const TIMEOUT_MS = 30_000;
/** What a mail may take: some, and more for each kilobyte. Three times measured before it counts. */
const MOST_MS = 400;
const MOST_MS_A_KILOBYTE = 4;
/** Between mails at the door, so that no sender is a flood. */
const APART_MS = 600_000;
const BEGINNING = Date.UTC(2026, 0, 1);

/** The mails `first` to `first + count` of the run with this seed. Mail N is the same whatever else is asked for. */
export async function fuzz({ seed, count, first }: Asked, told: (line: string) => void = () => undefined): Promise<Run> {
  const sources = readSources();
  const others = sources.map(({ bytes }) => bytes);
  const runtime = await startRuntime('scripts/fuzz/fuzz-worker.ts', { timeoutMs: TIMEOUT_MS, storing: true });
  const run: Run = { findings: [], outcomes: {}, slowest: { at: 0, ms: 0, size: 0 } };
  try {
    for (let at = first; at < first + count; at++) {
      const dice = chance(seed * 1_000_003 + at);
      const source = dice.of(sources);
      const bytes = mutated(source.bytes, others, dice);
      const problems = await look(runtime, bytes, at, run);
      for (const problem of problems) {
        run.findings.push({ at, source: source.name, problem, bytes });
        told(`${at} (${source.name}): ${problem}`);
      }
      if ((at - first + 1) % 1000 === 0) told(`${at - first + 1} mails`);
    }
  } finally {
    await runtime.stop();
  }
  return run;
}

async function look(runtime: Runtime, bytes: Buffer, at: number, run: Run): Promise<string[]> {
  const raw = new Uint8Array(bytes);
  const bearable = MOST_MS + (MOST_MS_A_KILOBYTE * raw.length) / 1024;
  let { ms, verdict } = await ask(runtime, raw);
  for (let again = 0; again < 2 && ms > bearable; again++) ms = Math.min(ms, (await ask(runtime, raw)).ms);
  if (ms > run.slowest.ms) run.slowest = { at, ms: Math.round(ms), size: raw.length };
  count(run, verdict.outcome);

  const slow = ms > bearable ? [`takes ${Math.round(ms)} ms for ${raw.length} bytes`] : [];
  if (at % RECEIVED_EVERY !== 0) return [...verdict.problems, ...slow];
  const { verdict: received } = await ask(runtime, raw, { path: '/receive', headers: { 'x-at': String(BEGINNING + at * APART_MS) } });
  count(run, `at the door: ${received.outcome}`);
  return [...verdict.problems, ...slow, ...received.problems];
}

async function ask(runtime: Runtime, raw: Uint8Array<ArrayBuffer>, to?: { path: string; headers: Record<string, string> }): Promise<{ verdict: Verdict; ms: number }> {
  const started = performance.now();
  try {
    const verdict: Verdict = JSON.parse(await runtime.post(raw, to));
    return { verdict, ms: performance.now() - started };
  } catch (fault) {
    return { verdict: { problems: [`the runtime: ${fault instanceof Error ? fault.message : String(fault)}`], outcome: 'broken' }, ms: 0 };
  }
}

function count(run: Run, outcome: string): void {
  run.outcomes[outcome] = (run.outcomes[outcome] ?? 0) + 1;
}
