/** Whoever keeps the desk, as the commands reach it. */

import { env } from 'cloudflare:workers';
import { hashToken, newToken } from '../../src/directory/tokens.ts';
import { ask, type Answer } from './portal-visitor.ts';

/** Asks with a key that is good for so long. */
export async function upkeeper(goodForMs = 60_000): Promise<(path: string, init?: RequestInit) => Promise<Answer>> {
  const token = newToken();
  await env.DB.prepare('insert into upkeep_keys (token_hash, expires_at) values (?, ?)').bind(hashToken(token), Date.now() + goodForMs).run();
  return (path, init = {}) => ask(`/upkeep/${path}`, { method: 'POST', ...init, headers: { Authorization: `Bearer ${token}`, ...init.headers } });
}
