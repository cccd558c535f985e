/** `POST /profile/security/sessions/end`, `/end-others`: ends sessions of the reader's own. */

import type { Context } from 'hono';
import { endSessionsOf } from '../../directory/sessions.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';

export async function endSession(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  await endSessionsOf(c.env.DB, signedIn(c).id, { id: form.text('session') });
  return c.redirect('/profile/security#sessions', 303);
}

export async function endOtherSessions(c: Context<PortalEnv>) {
  await endSessionsOf(c.env.DB, signedIn(c).id, { except: c.var.session?.id ?? '' });
  return c.redirect('/profile/security#sessions', 303);
}
