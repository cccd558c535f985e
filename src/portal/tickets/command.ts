/** What every form of a ticket does: give the ticket a command, then go back to its page or say what is wrong. */

import type { Context } from 'hono';
import { knowPeople } from '../../directory/known-people.ts';
import { readQueues } from '../../directory/queues.ts';
import type { Command, KnownPerson } from '../../rules/commands.ts';
import { addressesOf } from '../../rules/queues.ts';
import type { Address, Refusal } from '../../rules/ticket.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, viewerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';
import type { Draft } from './draft.ts';
import { ticketPage } from './show-ticket.tsx';

/** The form a command came from; `field` is where its refusal is told, `seen` the newest article that its page showed, `to` where it leads if not to the ticket. */
export type Asked = Pick<Draft, 'form' | 'typed'> & { field: string; seen?: number | undefined; to?: string };

/** Gives the command. Its sender sees the ticket again, or what the rules say against it. */
export async function command(c: Context<PortalEnv>, given: Command, asked: Asked) {
  const number = askedNumber(c);
  if (number === null) return errorPage(c, 'notFound');
  const outcome = await ticketOf(c.env, number).act(given, actorOf(c), c.var.at);
  if (outcome.ok) return c.redirect(asked.to ?? `/tickets/${number}`, 303);
  return refused(c, outcome.refusal, asked);
}

/** The page that tells a refusal at its field. */
export function refused(c: Context<PortalEnv>, refusal: Refusal, { form, typed, field, seen }: Asked) {
  switch (refusal) {
    case 'notFound':
      return errorPage(c, 'notFound');
    case 'notAllowed':
      return errorPage(c, 'forbidden');
    case 'unseen':
      return ticketPage(c, { form, typed, errors: { [field]: c.var.text.words.refusal.unseen }, past: seen ?? 0 });
    case 'tooLate':
    case 'closed':
    case 'noText':
    case 'alreadyOnTicket':
    case 'notOnTicket':
    case 'ownAddress':
    case 'notStaff':
    case 'notOfQueue':
    case 'lastRequester':
    case 'merged':
    case 'notMerged':
    case 'sameTicket':
    case 'noSuchTicket':
    case 'rejected':
    case 'secretOver':
    case 'tooManyLabels':
    case 'changedSince':
    case 'notInText':
    case 'notInTrouble':
      return ticketPage(c, { form, typed, errors: { [field]: c.var.text.words.refusal[refusal] } });
  }
}

/**
 * Null if the reader may change this ticket; else the page that says no: 404 where they may not even see it (W05). Asked
 * before the form is judged, so that its mistakes tell an outsider nothing.
 */
export async function unlessMayChange(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const standing = number === null ? null : await ticketOf(c.env, number).standingFor(viewerOf(c));
  if (standing === null) return errorPage(c, 'notFound');
  return standing.rights.change ? null : errorPage(c, 'forbidden');
}

/** The directory's facts about an address that a form names. */
export async function personWith(c: Context<PortalEnv>, address: Address): Promise<KnownPerson | null> {
  const { settings, language, at } = c.var;
  const ownAddresses = addressesOf(await readQueues(c.env.DB, settings, at));
  const [person] = await knowPeople(c.env.DB, [{ address, name: '' }], { language, ownAddresses });
  return person ?? null;
}
