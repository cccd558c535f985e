/** `POST /tickets/N/watchers`, `/watchers/remove`, `/try-again`, `/unmute`: who is on the ticket (P06), and what we think of their address. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { rememberPeople } from '../../directory/people.ts';
import { parseAddress } from '../../rules/address.ts';
import { isStaff, watcherRoles } from '../../rules/ticket.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, signedIn } from '../reader.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { askedNumber } from './asked-number.ts';
import { command, personWith, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function addWatcher(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const { typed, address, role } = judge(form);
  const person = address === null ? null : await personWith(c, address);
  if (person === null || role === null) {
    const words = c.var.text.portal;
    const errors = { ...(person === null ? { address: words.ticket.addressWrong } : {}), ...(role === null ? { role: words.admin.roleWrong } : {}) };
    return ticketPage(c, { form: 'watchers', typed, errors });
  }
  if (!person.own) await rememberPeople(c.env.DB, [person], c.var.at);
  return command(c, { kind: 'addWatcher', person, role }, { form: 'watchers', typed, field: role === 'agent' && !isStaff(person.role) ? 'role' : 'address' });
}

/** Agents remove anybody, others themselves: they do not see the ticket any more, so they go to their list. */
export async function removeWatcher(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const number = askedNumber(c);
  const { typed, address, role } = form === null ? { typed: {}, address: null, role: null } : judge(form);
  const leaves = !isStaff(signedIn(c).role) && address === signedIn(c).address;
  if (!leaves) {
    const no = await unlessMayChange(c);
    if (no !== null) return no;
  }
  if (number === null || address === null || role === null) return errorPage(c, 'badInput');
  const given = { kind: 'removeWatcher', address, role } as const;
  if (!leaves) return command(c, given, { form: 'watchers', typed, field: 'address' });
  const outcome = await ticketOf(c.env, number).act(given, actorOf(c), c.var.at);
  if (outcome.ok) return c.redirect('/tickets', 303);
  return outcome.refusal === 'notFound' ? errorPage(c, 'notFound') : ticketPage(c, { form: 'watchers', typed, errors: { address: c.var.text.words.refusal[outcome.refusal] } });
}

/** Writes again to an address that took no mail (P11). */
export async function tryAgain(c: Context<PortalEnv>) {
  return aboutPerson(c, 'tryAgain');
}

/** Lets the mails of somebody in again whom we took for a robot (A16). */
export async function unmute(c: Context<PortalEnv>) {
  return aboutPerson(c, 'unmute');
}

async function aboutPerson(c: Context<PortalEnv>, kind: 'tryAgain' | 'unmute') {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  const address = form === null ? null : parseAddress(form.text('address'));
  return address === null ? errorPage(c, 'badInput') : command(c, { kind, address }, { form: 'watchers', typed: {}, field: 'address' });
}

function judge(form: SentForm) {
  const typed = { address: form.text('address').trim(), role: form.text('role') };
  const role = v.safeParse(v.picklist(watcherRoles), typed.role);
  return { typed, address: parseAddress(typed.address), role: role.success ? role.output : null };
}
