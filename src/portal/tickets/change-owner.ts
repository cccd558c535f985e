/** `POST /tickets/N/owner`: take, give, or release with an empty owner. */

import type { Context } from 'hono';
import { parseAddress } from '../../rules/address.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { command, personWith, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function changeOwner(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { owner: form.text('owner').trim() };
  const asked = { form: 'owner', typed, field: 'owner' } as const;
  if (typed.owner === '' && form.has('owner')) return command(c, { kind: 'changeOwner', to: null }, asked);
  const address = parseAddress(typed.owner);
  const to = address === null ? null : await personWith(c, address);
  if (to === null) return ticketPage(c, { form: 'owner', typed, errors: { owner: c.var.text.portal.ticket.addressWrong } });
  return command(c, { kind: 'changeOwner', to }, asked);
}
