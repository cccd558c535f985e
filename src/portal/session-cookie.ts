/** The cookie that carries a session's token, and nothing else. */

import type { Context } from 'hono';
import type { Instant } from '../rules/ticket.ts';
import { deleteOwnCookie, readOwnCookie, setOwnCookie } from './own-cookie.ts';
import type { PortalEnv } from './portal-env.ts';

const NAME = 'session';

export function readSessionCookie(c: Context<PortalEnv>): string | undefined {
  return readOwnCookie(c, NAME);
}

export function setSessionCookie(c: Context<PortalEnv>, session: { token: string; expiresAt: Instant }) {
  setOwnCookie(c, NAME, session.token, Math.floor((session.expiresAt - c.var.at) / 1000));
}

export function deleteSessionCookie(c: Context<PortalEnv>) {
  deleteOwnCookie(c, NAME);
}
