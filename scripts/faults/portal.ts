/** Agents at the desk's portal: each has a session that the rig put there, and sends forms as a browser does. */

import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Rig } from './rig.ts';

const SESSION_MS = 5 * 86_400_000;

/** Signs every account of the desk in, as if each had just proven who they are. The desk must not run. */
export function signIn(database: string): void {
  const db = new DatabaseSync(database);
  const insert = db.prepare('insert or replace into sessions (token_hash, person_id, created_at, last_seen_at, expires_at, proven_at) values (?, ?, ?, ?, ?, ?)');
  const at = Date.now();
  for (const { id, address } of db.prepare('select id, address from people').all()) insert.run(sha256(tokenOf(String(address)), 'hex'), id ?? null, at, at, at + SESSION_MS, at);
  db.close();
}

/** Whether the desk did what the form asks: then it leads elsewhere. Else it shows the page again, with what was in the way. */
export async function press({ url }: Rig, agent: string, path: string, fields: Record<string, string>): Promise<boolean> {
  const headers = { Cookie: `session=${tokenOf(agent)}`, Origin: url };
  const answer = await fetch(url + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual', signal: AbortSignal.timeout(120_000) });
  await answer.arrayBuffer();
  if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
  return answer.status === 303;
}

function tokenOf(address: string): string {
  return sha256(address, 'base64url');
}

function sha256(text: string, form: 'hex' | 'base64url'): string {
  return createHash('sha256').update(text).digest(form);
}
