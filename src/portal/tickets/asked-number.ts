import type { Context } from 'hono';
import type { PortalEnv } from '../portal-env.ts';

/** The ticket number in the address; null for anything that is none. */
export function askedNumber(c: Context<PortalEnv>): number | null {
  const asked = c.req.param('number') ?? '';
  return /^[1-9]\d{0,9}$/.test(asked) ? Number(asked) : null;
}
