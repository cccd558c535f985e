import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Where wrangler.toml is, whatever folder a script is called from. */
export const root = join(import.meta.dirname, '../..');

/** wrangler without banner, telemetry and look-ups on the network: a desk on this machine needs none. */
export const quiet = {
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  DISABLE_AI_CONTEXT: 'true',
};

// The package's main file is its command line. Its bin would put a process between that passes no signals on.
const cli = createRequire(import.meta.url).resolve('wrangler');

export type Ended = { code: number; output: string };

/** Runs wrangler to its end and returns all it printed; asks nothing. */
export async function runWrangler(args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--no-warnings', cli, ...args], {
    cwd: root,
    env: { ...process.env, ...quiet, CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { code: await ended(child), output };
}

/** Whether wrangler may speak for a Cloudflare account. Only with `--json` does its exit code say so. */
export async function isSignedIn(): Promise<boolean> {
  return (await runWrangler(['whoami', '--json'])).code === 0;
}

/** Starts wrangler and leaves it running; its lines and its `DEV_SERVER_READY` come through pipes. */
export function startWrangler(args: string[]): ChildProcess {
  return spawn(process.execPath, ['--no-warnings', cli, ...args], {
    cwd: root,
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** The exit code once the process is gone; a killed one counts as 1. */
export async function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return child.exitCode;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
