/**
 * Reaches a desk as whoever keeps it. The key is made here and written into the desk's database by wrangler: of the desk on this machine, or with
 * `--deployed`, and `npx wrangler login` before, of the one in [env.production]. Who can do that needs no other right.
 */

import { createHash, randomBytes } from 'node:crypto';
import { unstable_readConfig } from 'wrangler';
import { join } from 'node:path';
import { readSettings } from '../../src/settings.ts';
import { option } from '../start/arguments.ts';
import { readLocalDesk } from '../start/local-settings.ts';
import { root, runWrangler } from '../start/wrangler.ts';

/** Longer than any of the commands runs. */
const GOOD_FOR_MS = 12 * 3_600_000;

/** Says in a sentence what whoever called the command has to do. */
export class Stop extends Error {}

export type DeskAccess = {
  url: string;
  /** One step: asks for JSON and gets JSON. */
  step: (path: string, asked: object) => Promise<unknown>;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  end: () => Promise<void>;
};

export async function reachDesk(args: string[]): Promise<DeskAccess> {
  const url = addressOf(args);
  const token = randomBytes(32).toString('base64url');
  await writeKey(args, token);
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}/upkeep/${path}`, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Stop(`The desk at ${url} answered ${answer.status} to ${path}: ${(await answer.text()).slice(0, 500)}`);
    return answer;
  };
  const step = async (path: string, asked: object): Promise<unknown> => (await ask(path, { method: 'POST', body: JSON.stringify(asked) })).json();
  return { url, step, fetch: ask, end: async () => void (await step('end', {})) };
}

/** Runs a command with access to the desk; what it has to say goes to the terminal, and a key does not stay behind. `check`: before anything is asked of the desk. */
export async function withDesk(args: string[], command: (desk: DeskAccess) => Promise<void>, check: () => void = () => undefined): Promise<void> {
  try {
    check();
    const desk = await reachDesk(args);
    try {
      await command(desk);
    } finally {
      await desk.end();
    }
  } catch (fault) {
    if (!(fault instanceof Stop)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
}

function isDeployed(args: string[]): boolean {
  return args.includes('--deployed');
}

function addressOf(args: string[]): string {
  if (!isDeployed(args)) return readLocalDesk(args).url;
  return readSettings(unstable_readConfig({ config: join(root, 'wrangler.toml'), env: 'production' }, { hideWarnings: true }).vars).publicUrl;
}

/** Only its hash is written, as of everything that opens something. Old ones go. */
async function writeKey(args: string[], token: string): Promise<void> {
  const hash = createHash('sha256').update(token).digest('hex');
  const now = Date.now();
  const query = `delete from upkeep_keys where expires_at < ${now}; insert into upkeep_keys (token_hash, expires_at) values ('${hash}', ${now + GOOD_FOR_MS})`;
  const state = option(args, '--persist-to');
  const where = isDeployed(args) ? ['--remote', '--env', 'production'] : ['--local', ...(state === undefined ? [] : ['--persist-to', state])];
  const written = await runWrangler(['d1', 'execute', 'DB', ...where, '--yes', '--command', query]);
  if (written.code !== 0) throw new Stop(`The desk's database could not be written, so there is no way in.\n${written.output}`);
}
