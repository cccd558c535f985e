/** `POST /tickets/N/merge` and `/unmerge`: makes the ticket part of another one, and one of its own again. */

import type { Context } from 'hono';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, viewerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedNumber, numberIn } from './asked-number.ts';
import { refused } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

/** Leads to the ticket that both are now. */
export async function mergeTicket(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const standing = number === null ? null : await ticketOf(c.env, number).standingFor(viewerOf(c));
  if (number === null || standing === null) return errorPage(c, 'notFound');
  if (!standing.staff || (!standing.rights.change && standing.mergedInto === null)) return errorPage(c, 'forbidden');
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { into: form.text('into').trim() };
  const into = numberIn(typed.into.replace(/^#/, ''));
  if (into === null) return ticketPage(c, { form: 'merge', typed, errors: { into: c.var.text.portal.ticket.numberWrong } });
  const outcome = await ticketOf(c.env, number).merge(into, actorOf(c), c.var.at);
  return outcome.ok ? c.redirect(`/tickets/${outcome.into}`, 303) : refused(c, outcome.refusal, { form: 'merge', typed, field: 'into' });
}

/** Leads to the ticket that was split off. */
export async function unmergeTicket(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const standing = number === null ? null : await ticketOf(c.env, number).standingFor(viewerOf(c));
  if (number === null || standing === null) return errorPage(c, 'notFound');
  const outcome = await ticketOf(c.env, number).unmerge(actorOf(c), c.var.at);
  return outcome.ok ? c.redirect(`/tickets/${number}`, 303) : refused(c, outcome.refusal, { form: 'merge', typed: {}, field: 'into' });
}
