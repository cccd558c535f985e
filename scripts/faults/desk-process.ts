/** The built desk under `wrangler dev`, as one group of processes that is killed as a whole. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { quiet, root, runWrangler } from '../start/wrangler.ts';

const cli = createRequire(import.meta.url).resolve('wrangler');

export type DeskProcess = { kill: (signal?: NodeJS.Signals) => Promise<void>; said: () => string };

export type Start = { state: string; port: number; vars: Record<string, string>; worker?: string };

/** Ready to take mails when this returns; throws what wrangler said if it never is. */
export async function startProcess({ state, port, vars, worker = join(root, 'scripts/faults/faulty-worker.ts') }: Start): Promise<DeskProcess> {
  const entry = await builtOnce(worker);
  const given = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  const child = spawn(process.execPath, ['--no-warnings', cli, 'dev', entry, '--no-bundle', '--config', join(root, 'wrangler.toml'), '--port', String(port), '--inspector-port', '0', '--persist-to', state, ...given], {
    cwd: root,
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([new Promise((resolve) => child.once('message', resolve)), closed]);
  if (child.exitCode !== null) throw new Error(`The desk did not start:\n${output}`);
  return { said: () => output, kill: (signal = 'SIGKILL') => killed(child, closed, signal) };
}

const built = new Map<string, Promise<string>>();

/** The path of what wrangler made of the Worker: bundling it at every start would take as long as all the rest of that. */
function builtOnce(worker: string): Promise<string> {
  const entry = built.get(worker) ?? build(worker);
  built.set(worker, entry);
  return entry;
}

async function build(worker: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vorgang-faults-built-'));
  const { code, output } = await runWrangler(['deploy', worker, '--dry-run', '--outdir', folder, '--config', join(root, 'wrangler.toml'), '--env=']);
  if (code !== 0) throw new Error(output);
  return join(folder, basename(worker).replace(/\.ts$/, '.js'));
}

async function killed(child: ChildProcess, closed: Promise<void>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  process.kill(-child.pid, signal);
  await closed;
}
