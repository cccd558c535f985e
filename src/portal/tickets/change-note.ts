/** `POST /tickets/N/note`: what agents should know of the ticket's requester, on this ticket and all others of theirs. */

import type { Context } from 'hono';
import { setNote } from '../../directory/people.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedNumber } from './asked-number.ts';
import { unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

const LONGEST_NOTE = 2000;

export async function changeNote(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const number = askedNumber(c);
  const form = await readForm(c);
  const page = number === null ? null : await ticketOf(c.env, number).page(viewerOf(c), c.var.at);
  if (form === null || page === null || page.requester === null || !form.has('note')) return errorPage(c, 'badInput');

  const note = form.text('note').trim();
  if (note.length > LONGEST_NOTE) return ticketPage(c, { form: 'note', typed: { note }, errors: { note: c.var.text.portal.around.noteLong(LONGEST_NOTE) } });
  await setNote(c.env.DB, page.requester.address, note);
  return c.redirect(`/tickets/${page.number}`, 303);
}
