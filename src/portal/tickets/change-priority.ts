/** `POST /tickets/N/priority`: where the priority begins, and where it ends when the ticket is due (L04). */

import type { Context } from 'hono';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm } from '../sent-form.ts';
import { command, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function changePriority(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { priority: form.text('priority').trim(), final_priority: form.text('final_priority').trim() };
  const priority = readPriority(typed.priority);
  const finalPriority = readPriority(typed.final_priority);
  if (priority !== null && finalPriority !== null) {
    return command(c, { kind: 'changePriority', priority, finalPriority }, { form: 'priority', typed, field: 'priority' });
  }
  const wrong = c.var.text.portal.ticket.priorityWrong;
  const errors = { ...(priority === null ? { priority: wrong } : {}), ...(finalPriority === null ? { final_priority: wrong } : {}) };
  return ticketPage(c, { form: 'priority', typed, errors });
}

function readPriority(typed: string): number | null {
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 100 ? Number(typed) : null;
}
