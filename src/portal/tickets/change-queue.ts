/** `POST /tickets/N/queue`: moves the ticket to another queue (L11). */

import type { Context } from 'hono';
import { readQueues } from '../../directory/queues.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { command, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function changeQueue(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { queue: form.text('queue') };
  const queues = await readQueues(c.env.DB, c.var.settings, c.var.at);
  const queue = queues.find((one) => String(one.id) === typed.queue && !one.retired);
  if (queue === undefined) return ticketPage(c, { form: 'queue', typed, errors: { queue: c.var.text.portal.ticket.queueWrong } });
  return command(c, { kind: 'changeQueue', to: queue.id }, { form: 'queue', typed, field: 'queue' });
}
