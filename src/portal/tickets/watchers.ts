/** `POST /tickets/N/watchers`, `/make-requester` (the same for somebody in Cc), `/watchers/remove`, `/try-again`, `/unmute`, `/share-history`: who is on the ticket (P06), and what we think of their address. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { rememberPeople } from '../../directory/people.ts';
import { parseAddress } from '../../rules/address.ts';
import { isStaff, watcherRoles, type Address } from '../../rules/ticket.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, signedIn, viewerOf } from '../reader.ts';
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

/** Agents remove anybody, the requester whom they brought, others themselves: they do not see the ticket any more, so they go to their list. */
export async function removeWatcher(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const number = askedNumber(c);
  const { typed, address, role } = form === null ? { typed: {}, address: null, role: null } : judge(form);
  const no = await unlessMayRemove(c, number, address);
  if (no !== null) return no;
  if (number === null || address === null || role === null) return errorPage(c, 'badInput');
  const given = { kind: 'removeWatcher', address, role } as const;
  const leaves = address === signedIn(c).address && (await unlessMayChange(c)) !== null;
  if (!leaves) return command(c, given, { form: 'watchers', typed, field: 'address' });
  const outcome = await ticketOf(c.env, number).act(given, actorOf(c), c.var.at);
  if (outcome.ok) return c.redirect('/tickets', 303);
  return outcome.refusal === 'notFound' ? errorPage(c, 'notFound') : ticketPage(c, { form: 'watchers', typed, errors: { address: c.var.text.words.refusal[outcome.refusal] } });
}

/** Null for whoever may remove this person, as the page shows them; else as `unlessMayChange`. */
async function unlessMayRemove(c: Context<PortalEnv>, number: number | null, address: Address | null) {
  if (!isStaff(signedIn(c).role) && address === signedIn(c).address) return null;
  const page = number === null || address === null ? null : await ticketOf(c.env, number).page(viewerOf(c), c.var.at);
  return page?.people.some((person) => person.address === address && person.removable) === true ? null : unlessMayChange(c);
}

/** Lets somebody read what was said before they joined (SJ21). */
export async function shareHistory(c: Context<PortalEnv>) {
  return aboutPerson(c, 'shareHistory');
}

/** Writes again to an address that took no mail (P11). */
export async function tryAgain(c: Context<PortalEnv>) {
  return aboutPerson(c, 'tryAgain');
}

/** Lets the mails of somebody in again whom we took for a robot (A16). */
export async function unmute(c: Context<PortalEnv>) {
  return aboutPerson(c, 'unmute');
}

async function aboutPerson(c: Context<PortalEnv>, kind: 'tryAgain' | 'unmute' | 'shareHistory') {
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
