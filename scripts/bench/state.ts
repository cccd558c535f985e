/** Storage of a desk that nobody has written to yet, with an agent and a customer who are signed in. */

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { runWrangler } from '../start/wrangler.ts';

export const agent = 'agnes@dtnet.de';
export const customer = 'karla@kunde.example';

/** `agent` and `customer` are the cookies of their sessions. */
export type State = { folder: string; agent: string; customer: string };

export async function openState(folder = mkdtempSync(join(tmpdir(), 'vorgang-bench-'))): Promise<State> {
  await migrate(folder);
  const db = openDatabase(folder);
  const state = { folder, agent: signIn(db, agent, 'agent'), customer: signIn(db, customer, 'requester') };
  db.close();
  return state;
}

export async function migrate(folder: string): Promise<void> {
  const { code, output } = await runWrangler(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder]);
  if (code !== 0) throw new Error(output);
}

/** The desk's D1 as a file. The desk must not run. */
export function openDatabase(folder: string): DatabaseSync {
  const files = readdirSync(join(folder, 'v3/d1/miniflare-D1DatabaseObject')).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite');
  for (const name of files) {
    const db = new DatabaseSync(join(folder, 'v3/d1/miniflare-D1DatabaseObject', name));
    if (db.prepare("select 1 from sqlite_master where name = 'intake'").get() !== undefined) return db;
    db.close();
  }
  throw new Error(`${folder} has no desk's database`);
}

function signIn(db: DatabaseSync, address: string, role: 'agent' | 'requester'): string {
  const token = randomBytes(32).toString('base64url');
  const at = Date.now();
  db.prepare("insert into people (address, name, language, role, created_at) values (?, '', 'en', ?, 0) on conflict do nothing").run(address, role);
  db.prepare('insert into sessions (token_hash, person_id, created_at, last_seen_at, expires_at) select ?, id, ?, ?, ? from people where address = ?').run(hashOf(token), at, at, at + 86_400_000, address);
  return `session=${token}`;
}

/** The session of such a cookie, as the database has it. */
export function sessionIn(cookie: string): string {
  return hashOf(cookie.slice('session='.length));
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
