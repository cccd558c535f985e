/** `POST /profile/security/password`: another password. Every session ends but a new one for this browser (SW01). */

import type { Context } from 'hono';
import { setPassword } from '../../directory/credentials.ts';
import { startSession } from '../../directory/sessions.ts';
import { networkOf } from '../../rules/slow-down.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { setSessionCookie } from '../session-cookie.ts';
import { wrongInPassword } from '../sign-in/new-password.tsx';
import { networkAddress } from '../sign-in/network-address.ts';
import { tellByMail } from './account-notice.ts';
import { securityPage } from './security.tsx';

export async function changePassword(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');
  const person = signedIn(c);
  const { settings, text, session, at } = c.var;
  const errors = await wrongInPassword(form, { address: person.address, settings, text });
  if (Object.keys(errors).length > 0) return securityPage(c, errors);

  await setPassword(c.env.DB, person.id, form.text('password'), at);
  const beginning = { before: undefined, strong: session?.strong === true, browser: c.req.header('User-Agent') ?? '', network: networkOf(networkAddress(c)) };
  setSessionCookie(c, await startSession(c.env.DB, person, beginning, at));
  tellByMail(c, 'password');
  return c.redirect('/profile/security', 303);
}
