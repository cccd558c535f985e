/** `npm start`: a desk on this machine. Checks the settings, migrates the local D1, runs `wrangler dev`, says where everything is. */

import type { ChildProcess } from 'node:child_process';
import { SettingsError } from '../src/settings.ts';
import { option } from './start/arguments.ts';
import { isFree } from './start/free-port.ts';
import { greeting } from './start/greeting.ts';
import { type LocalDesk, readLocalDesk } from './start/local-settings.ts';
import { provideSecretsKey } from './start/secrets-key.ts';
import { ended, runWrangler, startWrangler } from './start/wrangler.ts';

const args = process.argv.slice(2);
process.exitCode = await start();

async function start(): Promise<number> {
  const desk = checkedDesk();
  if (desk === null) return 1;

  if (!(await isFree(desk.port, desk.host))) {
    console.error(`Port ${desk.port} is taken, perhaps by another desk. Choose one: npm start -- --port ${desk.port + 1}`);
    return 1;
  }
  if (!(await migrate())) return 1;
  provideSecretsKey();
  return serve(desk);
}

function checkedDesk(): LocalDesk | null {
  try {
    return readLocalDesk(args);
  } catch (fault) {
    if (!(fault instanceof SettingsError)) throw fault;
    console.error(fault.message);
    return null;
  }
}

async function migrate(): Promise<boolean> {
  const state = option(args, '--persist-to');
  const migrated = await runWrangler(['d1', 'migrations', 'apply', 'DB', '--local', ...(state === undefined ? [] : ['--persist-to', state])]);
  if (migrated.code !== 0) console.error(`The local database could not be migrated.\n${migrated.output}`);
  return migrated.code === 0;
}

/** Runs until wrangler ends. Until it is ready its lines are kept back; they are shown if it never is. */
async function serve(desk: LocalDesk): Promise<number> {
  const wrangler = startWrangler(['dev', ...args, ...desk.added]);
  let ready = false;
  let before = '';
  const show = (out: NodeJS.WriteStream) => (chunk: Buffer) => {
    if (ready) out.write(chunk);
    else before += chunk.toString();
  };
  wrangler.stdout?.on('data', show(process.stdout));
  wrangler.stderr?.on('data', show(process.stderr));
  wrangler.on('message', () => {
    ready = true;
    console.log(greeting(desk));
  });
  const asked = endTogether(wrangler);

  const code = await ended(wrangler);
  if (!ready && !asked()) console.error(before);
  return asked() ? 0 : code;
}

/**
 * Returns whether somebody asked to end. A Ctrl-C reaches wrangler by itself; a kill of this process alone is passed on, so
 * that no workerd stays behind. A kill of npm alone is noticed by its shell being gone: that one passes nothing on.
 */
function endTogether(wrangler: ChildProcess): () => boolean {
  let asked = false;
  const end = () => {
    asked = true;
    setTimeout(() => wrangler.kill('SIGTERM'), 300).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);

  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 500).unref();
  return () => asked;
}
