/** `GET /healthz` for monitors: whether all is well, and no more. */

import type { Context, MiddlewareHandler } from 'hono';
import { ailmentsOf } from '../../rules/health.ts';
import { settings } from '../../settings-of-worker.ts';
import type { PortalEnv } from '../portal-env.ts';
import { readSessionCookie } from '../session-cookie.ts';
import { readVitals } from './vitals.ts';

/** Before everything else of the portal: whoever has no session is answered here, even while nobody could sign in. */
export const plainHealthFirst: MiddlewareHandler<PortalEnv> = async (c, next) => (readSessionCookie(c) === undefined ? plainHealth(c) : next());

/** 200 `ok`, or 503. Whoever asks learns nothing of what is wrong. */
export async function plainHealth(c: Context<PortalEnv>) {
  const well = await isWell(c.env);
  return c.text(well ? 'ok' : 'not well', well ? 200 : 503, { 'Cache-Control': 'no-store' });
}

async function isWell(env: Env): Promise<boolean> {
  try {
    const ailments = ailmentsOf(await readVitals(env, settings, Date.now()), Date.now());
    if (ailments.length > 0) console.warn('The desk is not well', { ailments });
    return ailments.length === 0;
  } catch (fault) {
    console.error('The vitals of the desk could not be read', { fault });
    return false;
  }
}
