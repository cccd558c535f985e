/** The cookie that carries a session's token, and nothing else. */

import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Instant } from '../rules/ticket.ts';
import { isLoopback } from './loopback.ts';
import type { PortalEnv } from './portal-env.ts';

const NAME = 'session';
const bounds = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

export function readSessionCookie(c: Context<PortalEnv>): string | undefined {
  return isPlain(c) ? getCookie(c, NAME) : getCookie(c, NAME, 'host');
}

export function setSessionCookie(c: Context<PortalEnv>, session: { token: string; expiresAt: Instant }) {
  const maxAge = Math.floor((session.expiresAt - c.var.at) / 1000);
  setCookie(c, NAME, session.token, isPlain(c) ? { ...bounds, maxAge } : { ...bounds, maxAge, prefix: 'host', secure: true });
}

export function deleteSessionCookie(c: Context<PortalEnv>) {
  deleteCookie(c, NAME, isPlain(c) ? bounds : { ...bounds, prefix: 'host', secure: true });
}

/** Without https not every browser takes a secure cookie; on one's own machine nobody listens. Elsewhere it is never plain. */
function isPlain(c: Context<PortalEnv>): boolean {
  return isLoopback(c.req.url) && new URL(c.req.url).protocol === 'http:';
}
