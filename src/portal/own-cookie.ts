/** Cookies that no script reads and no other host sets or sees (SW01). */

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isLoopback } from './loopback.ts';
import type { PortalEnv } from './portal-env.ts';

const bounds = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

export function readOwnCookie(c: Context<PortalEnv>, name: string): string | undefined {
  return isPlain(c) ? getCookie(c, name) : getCookie(c, name, 'host');
}

export function setOwnCookie(c: Context<PortalEnv>, name: string, value: string, maxAge: number) {
  setCookie(c, name, value, isPlain(c) ? { ...bounds, maxAge } : { ...bounds, maxAge, prefix: 'host', secure: true });
}

export function deleteOwnCookie(c: Context<PortalEnv>, name: string) {
  deleteCookie(c, name, isPlain(c) ? bounds : { ...bounds, prefix: 'host', secure: true });
}

/** Without https not every browser takes a secure cookie; on one's own machine nobody listens. Elsewhere it is never plain. */
function isPlain(c: Context<PortalEnv>): boolean {
  return isLoopback(c.req.url) && new URL(c.req.url).protocol === 'http:';
}
