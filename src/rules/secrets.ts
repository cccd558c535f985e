/** Credentials that an agent asks for, so that they do not travel by mail (S18). What was typed is never here, only that it was. */

import { cleanLine } from './clean.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { requesterOf } from './letters.ts';
import type { AskedSecret } from './asked-secret.ts';
import type { Actor, Change, Instant, Ticket } from './ticket.ts';

/** How long the link works, and then how long what was given waits for the agent. */
export const SECRET_DAYS = 7;
const SECRET_MS = SECRET_DAYS * 86_400_000;
/** Characters of what it is for, and of the credential itself: a long private key fits. */
export const LONGEST_LABEL = 120;
export const LONGEST_SECRET = 8000;

/** The secret as it is at `at`, `expired` also before somebody recorded that; null if none was asked for under this number. */
export function secretAt(ticket: Pick<Ticket, 'secrets'>, id: number, at: Instant): AskedSecret | null {
  const secret = ticket.secrets.find((one) => one.id === id);
  if (secret === undefined) return null;
  return isOpen(secret) && secret.until <= at ? { ...secret, state: 'expired' } : secret;
}

/** Asks the requester. Refuses without a word of what for, on a ticket that has ended, and on one without a requester. */
export function askForSecret(ticket: Ticket, what: string, at: Instant): Decision {
  const label = cleanLine(what, LONGEST_LABEL);
  const [of] = requesterOf(ticket);
  if (label === '') return refusal('noText');
  if (ticket.status === 'closed' || ticket.status === 'rejected') return refusal('closed');
  if (of === undefined) return refusal('notOnTicket');
  return changes({ kind: 'secretAsked', secret: ticket.secrets.length + 1, label, of, until: at + SECRET_MS });
}

/** Takes what was typed, once. `by`: whose link it was; others are told that there is no such thing. */
export function giveSecret(ticket: Ticket, given: { secret: number; sealed: string }, by: Actor, at: Instant): Decision {
  const secret = secretAt(ticket, given.secret, at);
  if (secret === null || secret.of !== by.address) return refusal('notFound');
  if (secret.state !== 'asked') return refusal('secretOver');
  const { id, label, of } = secret;
  return changes({ kind: 'secretGiven', secret: id, label, of, until: at + SECRET_MS, sealed: given.sealed });
}

/** Shows it to the agent who asked, and to nobody else; a second look is refused, because it is gone. */
export function seeSecret(ticket: Ticket, id: number, by: Actor, at: Instant): Decision {
  const secret = secretAt(ticket, id, at);
  if (secret === null) return refusal('notFound');
  if (secret.by !== by.address) return refusal('notAllowed');
  return secret.state === 'given' ? changes(ending(secret, 'seen')) : refusal('secretOver');
}

/** Ends it unseen. What has ended already stays as it is. */
export function withdrawSecret(ticket: Ticket, id: number, at: Instant): Decision {
  const secret = secretAt(ticket, id, at);
  if (secret === null) return refusal('notFound');
  return isOpen(secret) ? changes(ending(secret, 'withdrawn')) : changes();
}

/** What is to be recorded of secrets whose time is over: their text is deleted with it. */
export function secretsOver(ticket: Pick<Ticket, 'secrets'>, at: Instant): Change[] {
  return ticket.secrets.filter((secret) => isOpen(secret) && secret.until <= at).map((secret) => ending(secret, 'expired'));
}

/** Those that may still be given or seen. */
export function openSecrets(ticket: Pick<Ticket, 'secrets'>, at: Instant): AskedSecret[] {
  return ticket.secrets.filter((secret) => isOpen(secret) && secret.until > at);
}

function isOpen(secret: AskedSecret): boolean {
  return secret.state === 'asked' || secret.state === 'given';
}

function ending({ id, label, of }: AskedSecret, how: 'seen' | 'withdrawn' | 'expired'): Change {
  return { kind: 'secretEnded', secret: id, label, of, how };
}
