/** `POST /profile/keys`: whether single keys act (WCAG 2.1.4), kept with the account. */

import type { Context } from 'hono';
import { setSingleKeys } from '../../directory/people.ts';
import { errorPage } from '../errors.tsx';
import { ownPath } from '../own-path.ts';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';

export async function changeKeys(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const single = form?.text('single');
  if (form === null || (single !== 'on' && single !== 'off')) return errorPage(c, 'badInput');
  await setSingleKeys(c.env.DB, signedIn(c).id, single === 'on');
  return c.redirect(ownPath(form.text('to')), 303);
}
