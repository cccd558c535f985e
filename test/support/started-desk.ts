/** A desk as `npm start` runs it, on a port and with storage of its own, and commands as `npm run` calls them. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MailDesk } from './local-mail.ts';

const root = join(import.meta.dirname, '../..');

/** `args`: its `--port` and its `--persist-to`, each with its value. */
export type StartedDesk = { desk: MailDesk; args: string[]; stop: () => Promise<void> };

export async function startedDesk(): Promise<StartedDesk> {
  const port = String(await freePort());
  const args = ['--port', port, '--persist-to', mkdtempSync(join(tmpdir(), 'vorgang-'))];
  const process = startScript('scripts/start.ts', args);
  const over = ended(process);
  await said(process, 'npm run demo');
  return {
    desk: { url: `http://localhost:${port}`, supportAddress: 'support@dtnet.de', taken: new Set() },
    args,
    stop: async () => {
      process.kill('SIGTERM');
      await over;
    },
  };
}

/** Runs a script to its end. */
export async function runScript(script: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return ended(startScript(script, args));
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const at = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof at === 'object' && at !== null ? at.port : 0;
}

export function startScript(script: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** All that it said, once it is over. */
export async function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

/** Everything it said until it said `part`; rejects with that if it ends before. */
export async function said(child: ChildProcess, part: string): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(part)) resolve(output);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => reject(new Error(output)));
  });
}
