/**
 * Reaches a desk as whoever keeps it. The key is made here and written into the desk's database by wrangler: of the desk on this machine, or with
 * `--deployed`, and `npx wrangler login` before, of the one in [env.production]. Who can do that needs no other right.
 */

import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { option } from '../start/arguments.ts';
import { readLocalDesk } from '../start/local-settings.ts';
import { runWrangler } from '../start/wrangler.ts';
import { deployedUrl } from './deployed-desk.ts';
import { Stop } from './stop.ts';

/** Longer than any of the commands runs. */
const GOOD_FOR_MS = 12 * 3_600_000;
const MOST_TRIES = 10;

export type DeskAccess = {
  url: string;
  /** One step: asks for JSON and gets JSON. */
  step: (path: string, asked: object) => Promise<unknown>;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  end: () => Promise<void>;
};

export async function reachDesk(args: string[]): Promise<DeskAccess> {
  const deployed = args.includes('--deployed');
  const url = deployed ? await deployedUrl() : readLocalDesk(args).url;
  await checkAnswers(url, deployed);
  const token = randomBytes(32).toString('base64url');
  await writeKey(args, token);
  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`${url}/upkeep/${path}`, { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } }).catch(() => null);
    if (answer === null) throw new Stop(`The connection to the desk at ${url} broke. Once it answers again, call the command again: docs/upkeep.md says what goes on and what begins anew.`);
    return answer;
  };
  // Its own list of nothing: whoever may not ask for it may ask for nothing.
  if ((await ask('bytes?prefix=none/')).status === 404) throw new Stop(`The desk at ${url} does not know the key that was written for it, so that was another desk’s database. ${deployed ? 'Was it deployed from this folder?' : 'Please give --port and --persist-to as they were given to npm start.'}`);
  const wellAsked = async (path: string, init?: RequestInit) => {
    const answer = await ask(path, init);
    if (!answer.ok) throw new Stop(await refusalOf(answer, url, path));
    return answer;
  };
  const step = async (path: string, asked: object): Promise<unknown> => (await wellAsked(path, { method: 'POST', body: JSON.stringify(asked) })).json();
  return { url, step, fetch: wellAsked, end: async () => void (await step('end', {})) };
}

/** Before a key is written anywhere. */
async function checkAnswers(url: string, deployed: boolean): Promise<void> {
  const answer = await fetch(`${url}/healthz`).catch(() => null);
  const isDesk = answer !== null && ['ok', 'not well'].includes(await answer.text());
  const todo = deployed ? 'Is that its address? It is PUBLIC_URL in [env.production.vars] of wrangler.toml.' : 'Please start the desk with npm start, and give its --port here too.';
  if (!isDesk) throw new Stop(`${answer === null ? 'Nobody answers' : 'What answers is no desk'} at ${url}. ${todo}`);
}

/** Only its hash is written, as of everything that opens something. Old ones go. */
async function writeKey(args: string[], token: string): Promise<void> {
  const hash = createHash('sha256').update(token).digest('hex');
  const now = Date.now();
  const query = `delete from upkeep_keys where expires_at < ${now}; insert into upkeep_keys (token_hash, expires_at) values ('${hash}', ${now + GOOD_FOR_MS})`;
  const state = option(args, '--persist-to');
  const where = args.includes('--deployed') ? ['--remote', '--env', 'production'] : ['--local', ...(state === undefined ? [] : ['--persist-to', state])];
  const write = () => runWrangler(['d1', 'execute', 'DB', ...where, '--yes', '--command', query]);
  let written = await write();
  // A desk on this machine writes to the same file, and wrangler waits for nobody.
  for (let tries = 1; tries < MOST_TRIES && written.output.includes('SQLITE_BUSY'); tries += 1) {
    await pause(250);
    written = await write();
  }
  if (written.code !== 0) throw new Stop(`The desk’s database could not be written, so there is no way in. ${args.includes('--deployed') ? 'Your Cloudflare account needs the right to change D1.' : 'Please give --persist-to as it was given to npm start.'}\n${written.output}`);
}

async function refusalOf(answer: Response, url: string, path: string): Promise<string> {
  if (answer.status === 422) return `The desk at ${url} does not understand what is asked of it (${path}). It is of another release than this folder, or the folder’s files are not what npm run export wrote.`;
  if (answer.status === 404) return `The desk at ${url} has no ${path} any more. Please call the command again.`;
  const said = v.safeParse(v.object({ fault: v.string() }), await answer.json().catch(() => null));
  return `The desk at ${url} could not do this (${path}, ${answer.status})${said.success ? `: ${said.output.fault}` : '; its log says why'}.`;
}
