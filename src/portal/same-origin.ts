/** Forms count only from our own pages (SW02). */

import type { Context, MiddlewareHandler } from 'hono';
import { errorPage } from './errors.tsx';
import { isLoopback } from './loopback.ts';
import type { PortalEnv } from './portal-env.ts';

/** Whatever changes something must come from here; reading changes nothing. */
export const sameOriginOnly: MiddlewareHandler<PortalEnv> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || isFromHere(c)) return next();
  return errorPage(c, 'otherSite');
};

/**
 * `Origin` decides. Browsers send `null` in it from pages with `Referrer-Policy: no-referrer`, which ours are, so then, as where
 * it is missing, `Sec-Fetch-Site` must say it: no page can set either header.
 */
export function isFromHere(c: Context<PortalEnv>): boolean {
  const origin = c.req.header('Origin');
  if (origin === undefined || origin === 'null') return c.req.header('Sec-Fetch-Site') === 'same-origin';
  return origin === c.var.settings.publicUrl || (isLoopback(c.req.url) && origin === new URL(c.req.url).origin);
}
