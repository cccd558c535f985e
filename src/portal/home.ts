/** `GET /`: where the reader's day begins. */

import type { Context } from 'hono';
import { isStaff } from '../rules/ticket.ts';
import type { PortalEnv } from './portal-env.ts';

export function home(c: Context<PortalEnv>) {
  const { person } = c.var;
  if (person === null) return c.redirect('/sign-in', 303);
  return c.redirect(isStaff(person.role) ? '/desk' : '/tickets', 303);
}
