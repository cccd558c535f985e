import type { Context } from 'hono';
import type { PortalEnv } from '../portal-env.ts';

/** The ticket number in the address; null for anything that is none. */
export function askedNumber(c: Context<PortalEnv>): number | null {
  return numberIn(c.req.param('number') ?? '');
}

/** The ticket number that the text is; null for anything else. */
export function numberIn(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}
