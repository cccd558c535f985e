/** `POST /tickets/N/wait`: waits until a moment, by words (L09). */

import type { Context } from 'hono';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { askedMoment } from './asked-moment.ts';
import { command, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function waitUntil(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { until: form.text('until').trim() };
  const until = askedMoment(c, typed.until, 'until');
  if (typeof until === 'string') return ticketPage(c, { form: 'wait', typed, errors: { until } });
  return command(c, { kind: 'waitUntil', until }, { form: 'wait', typed, field: 'until' });
}
