/** `POST /tickets/N/secrets`, `/secrets/ID/withdraw`: an agent asks the requester for a credential, or needs it no longer (S18). */

import type { Context } from 'hono';
import { LONGEST_LABEL } from '../../rules/secrets.ts';
import { secretsKey } from '../../secrets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { command, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function askSecret(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const words = c.var.text.portal.secrets;
  const typed = { label: form.text('label').trim() };
  const wrong = secretsKey() === null ? words.off : typed.label === '' ? words.labelMissing : typed.label.length > LONGEST_LABEL ? words.labelLong(LONGEST_LABEL) : null;
  if (wrong !== null) return ticketPage(c, { form: 'secrets', typed, errors: { label: wrong } });
  return command(c, { kind: 'askSecret', for: typed.label }, { form: 'secrets', typed, field: 'label' });
}

export async function withdrawSecret(c: Context<PortalEnv>) {
  const id = askedSecret(c);
  if (id === null) return errorPage(c, 'notFound');
  return command(c, { kind: 'withdrawSecret', secret: id }, { form: 'secrets', typed: {}, field: 'label' });
}

/** The number of the secret in the address; null for anything that is none. */
export function askedSecret(c: Context<PortalEnv>): number | null {
  const asked = c.req.param('secret') ?? '';
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : null;
}
