/** `POST /tickets/N/links`, `/links/remove`: says how two tickets have to do with each other. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { relations, saidRelations } from '../../rules/links.ts';
import { linkTickets, unlinkTickets } from '../../ticket/link-tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedNumber, numberIn } from './asked-number.ts';
import { refused, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function addLink(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const from = askedNumber(c);
  const form = await readForm(c);
  if (form === null || from === null) return errorPage(c, 'badInput');

  const { text } = c.var;
  const typed = { relation: form.text('relation'), number: form.text('number').trim() };
  const relation = v.safeParse(v.picklist(saidRelations), typed.relation);
  const to = numberIn(typed.number.replace(/^#/, ''));
  if (!relation.success || to === null) {
    const errors = { ...(relation.success ? {} : { relation: text.portal.links.relationWrong }), ...(to === null ? { number: text.portal.ticket.numberWrong } : {}) };
    return ticketPage(c, { form: 'links', typed, errors });
  }
  const outcome = await linkTickets(c.env, { from, relation: relation.output, to, by: actorOf(c) }, c.var.at);
  return outcome.ok ? c.redirect(`/tickets/${from}`, 303) : refused(c, outcome.refusal, { form: 'links', typed, field: 'number' });
}

export async function removeLink(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const from = askedNumber(c);
  const form = await readForm(c);
  const relation = v.safeParse(v.picklist(relations), form?.text('relation'));
  const to = numberIn(form?.text('number') ?? '');
  if (from === null || to === null || !relation.success) return errorPage(c, 'badInput');
  const outcome = await unlinkTickets(c.env, { from, relation: relation.output, to, by: actorOf(c) }, c.var.at);
  return outcome.ok ? c.redirect(`/tickets/${from}`, 303) : refused(c, outcome.refusal, { form: 'links', typed: {}, field: 'number' });
}
