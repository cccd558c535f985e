/** `POST /tickets/N/status`: opens, closes, rejects … */

import type { Context } from 'hono';
import * as v from 'valibot';
import { statuses } from '../../rules/ticket.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { command, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function changeStatus(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { status: form.text('status') };
  const to = v.safeParse(v.picklist(statuses), typed.status);
  if (!to.success) return ticketPage(c, { form: 'status', typed, errors: { status: c.var.text.portal.ticket.statusWrong(typed.status) } });
  return command(c, { kind: 'changeStatus', to: to.output }, { form: 'status', typed, field: 'status' });
}
