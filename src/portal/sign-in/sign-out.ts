/** `POST /sign-out`: ends the session, here and in the database. */

import type { Context } from 'hono';
import { endSession } from '../../directory/sessions.ts';
import type { PortalEnv } from '../portal-env.ts';
import { deleteSessionCookie, readSessionCookie } from '../session-cookie.ts';

export async function signOut(c: Context<PortalEnv>) {
  await endSession(c.env.DB, readSessionCookie(c));
  deleteSessionCookie(c);
  return c.redirect('/sign-in', 303);
}
