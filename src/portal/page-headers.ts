/** What every page tells the browser (SW03, SW04). No inline code or style exists, so nothing has to be excepted. */

import type { MiddlewareHandler } from 'hono';
import { settings } from '../settings-of-worker.ts';
import type { PortalEnv } from './portal-env.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src ${["'self'", ...(settings.attachmentOrigin === null ? [] : [`${settings.attachmentOrigin}/files/`])].join(' ')}`,
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers: Record<string, string> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'Cache-Control': 'no-store',
};

const YEAR_S = 31_536_000;

/** What a handler sets itself (a file, a mail in its frame) stays. */
export const pageHeaders: MiddlewareHandler<PortalEnv> = async (c, next) => {
  await next();
  // A socket is no page, and its answer takes no more headers.
  if (c.res.status === 101) return;
  for (const [name, value] of Object.entries(headers)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (new URL(c.req.url).protocol === 'https:') c.res.headers.set('Strict-Transport-Security', `max-age=${YEAR_S}; includeSubDomains`);
};
