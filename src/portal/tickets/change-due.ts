/** `POST /tickets/N/due`: when it is due, by words (L11). */

import type { Context } from 'hono';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { askedMoment } from './asked-moment.ts';
import { command, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function changeDue(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { due: form.text('due').trim() };
  const to = askedMoment(c, typed.due, 'due');
  if (typeof to === 'string') return ticketPage(c, { form: 'due', typed, errors: { due: to } });
  return command(c, { kind: 'changeDue', to }, { form: 'due', typed, field: 'due' });
}
