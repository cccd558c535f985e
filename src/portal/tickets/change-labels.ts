/** `POST /tickets/N/labels`: puts labels on, or takes one off. */

import type { Context } from 'hono';
import { readLabels } from '../../rules/labels.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { command, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function changeLabels(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { label: form.text('label').trim() };
  const [add, remove] = [readLabels(typed.label), readLabels(form.text('remove'))];
  if (add.length === 0 && remove.length === 0) return ticketPage(c, { form: 'labels', typed, errors: { label: c.var.text.portal.labels.missing } });
  return command(c, { kind: 'changeLabels', add, remove }, { form: 'labels', typed, field: 'label' });
}
