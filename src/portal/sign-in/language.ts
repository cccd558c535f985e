/** `POST /language`: the language chosen in the footer, kept in a cookie and with the account. */

import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { setLanguage } from '../../directory/people.ts';
import { errorPage } from '../errors.tsx';
import { isLoopback } from '../loopback.ts';
import { ownPath } from '../own-path.ts';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';

const YEAR_S = 31_536_000;

export async function chooseLanguage(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const language = form?.text('language');
  if (form === null || (language !== 'de' && language !== 'en')) return errorPage(c, 'badInput');

  setCookie(c, 'language', language, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: YEAR_S, secure: !isLoopback(c.req.url) });
  if (c.var.person !== null) await setLanguage(c.env.DB, c.var.person.id, language);
  return c.redirect(ownPath(form.text('to')), 303);
}
