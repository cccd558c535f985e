/** A desk that can be killed and started again over the same storage, with its sink. */

import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { defaultChoices } from '../../src/rules/letter-choices.ts';
import { runWrangler } from '../start/wrangler.ts';
import { startProcess, type DeskProcess } from './desk-process.ts';
import { admin, agents, watcher } from './plan.ts';
import { signIn } from './portal.ts';
import { openSink, type Sink } from './sink.ts';

export type Rig = {
  url: string;
  port: number;
  state: string;
  sink: Sink;
  kills: number;
  desk: DeskProcess | null;
  /** How far the desk's clock is ahead of the machine's. */
  clockMs: number;
  /** Settings that are others than in wrangler.toml. */
  vars: Record<string, string>;
  /** The path of the Worker, if it is another than the product’s. */
  worker: string | undefined;
};

/** An empty desk with its agents, not started. */
export async function openRig(worker?: string): Promise<Rig> {
  const state = await unusedState();
  seedAgents(state);
  const port = await freePort();
  return { url: `http://localhost:${port}`, port, state, sink: await openSink(), kills: 0, desk: null, clockMs: 0, vars: {}, worker };
}

/** Storage of a desk that nobody has used. */
export async function unusedState(): Promise<string> {
  migrated ??= migrate();
  const state = aFolder();
  cpSync(await migrated, state, { recursive: true });
  return state;
}

/** Made once: its migrations take longer than all the rest. */
let migrated: Promise<string> | null = null;

async function migrate(): Promise<string> {
  const state = aFolder();
  const { code, output } = await runWrangler(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state]);
  if (code !== 0) throw new Error(output);
  return state;
}

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'vorgang-faults-'));
}

export type Running = { failPoints?: readonly string[]; worker?: string };

export async function start(rig: Rig, { failPoints = [], worker = rig.worker }: Running = {}): Promise<void> {
  const vars = { FAULTS_URL: rig.sink.url, FAIL_POINTS: failPoints.join(), CLOCK_MS: String(rig.clockMs), PUBLIC_URL: rig.url, ...rig.vars };
  rig.desk = await startProcess({ state: rig.state, port: rig.port, vars, ...(worker === undefined ? {} : { worker }) });
}

/** `SIGKILL` to every process of the desk at once. */
export async function kill(rig: Rig): Promise<void> {
  const { desk } = rig;
  rig.desk = null;
  await desk?.kill();
  rig.kills += desk === null ? 0 : 1;
}

/** Ends the desk as a release does: it may finish what it is at. */
export async function stop(rig: Rig): Promise<void> {
  const { desk } = rig;
  rig.desk = null;
  await desk?.kill('SIGTERM');
}

export async function closeRig(rig: Rig): Promise<void> {
  await rig.desk?.kill();
  rig.sink.close();
}

/** Asks one of the doors of the faulty Worker. */
export async function ask(rig: Rig, path: string, body: unknown = {}): Promise<string> {
  const answer = await fetch(`${rig.url}/faults/${path}`, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(120_000) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.text();
}

const AWAKE_AT_ONCE = 8;

/** Wakes these tickets as their alarms do, some at once. */
export async function wake(rig: Rig, numbers: number[]): Promise<void> {
  const waiting = [...numbers];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await ask(rig, `wake?number=${next}`);
  };
  await Promise.all(Array.from({ length: AWAKE_AT_ONCE }, lane));
}

/** Sets the desk's clock this much ahead of the machine's, now and at its next starts. */
export async function setClock(rig: Rig, ms: number): Promise<void> {
  rig.clockMs = ms;
  if (rig.desk !== null) await ask(rig, `clock?ms=${ms}`);
}

/** The file of the desk's D1. */
export function databaseFile(state: string): string {
  const folder = join(state, 'v3/d1/miniflare-D1DatabaseObject');
  const name = readdirSync(folder).find((file) => file.endsWith('.sqlite') && !file.startsWith('metadata'));
  if (name === undefined) throw new Error(`${folder} has no database`);
  return join(folder, name);
}

function seedAgents(state: string): void {
  const db = new DatabaseSync(databaseFile(state));
  const insert = db.prepare("insert into people (address, name, language, role, letters, created_at) values (?, '', 'de', ?, ?, 0)");
  for (const agent of agents) insert.run(agent, 'agent', JSON.stringify(defaultChoices));
  insert.run(admin, 'admin', JSON.stringify(defaultChoices));
  insert.run(watcher, 'agent', JSON.stringify({ ...defaultChoices, new: 'at-once' }));
  db.close();
  signIn(databaseFile(state));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const at = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof at === 'object' && at !== null ? at.port : 0;
}
