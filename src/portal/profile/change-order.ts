/** `POST /profile/order`: which end of a ticket's history its reader begins with, kept with the account. */

import type { Context } from 'hono';
import { setOldestFirst } from '../../directory/people.ts';
import { errorPage } from '../errors.tsx';
import { ownPath } from '../own-path.ts';
import type { PortalEnv } from '../portal-env.ts';
import { signedIn } from '../reader.ts';
import { readForm } from '../sent-form.ts';

export async function changeOrder(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const first = form?.text('first');
  if (form === null || (first !== 'oldest' && first !== 'newest')) return errorPage(c, 'badInput');
  await setOldestFirst(c.env.DB, signedIn(c).id, first === 'oldest');
  return c.redirect(ownPath(form.text('to')), 303);
}
