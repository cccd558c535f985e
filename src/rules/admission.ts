/**
 * Who may speak on a ticket by mail. A ticket number is never a key: what admits a mail is a reply key that we mailed to this
 * very sender, or a person of the ticket whose domain vouches for the mail. The first line that fits decides.
 */

import { participant } from './access.ts';
import type { Arrival, DoorReason, Proof } from './commands.ts';
import type { ReplyKey } from './mail.ts';
import { requesterOf } from './letters.ts';
import { isStaff, type Address, type Participant, type Ticket } from './ticket.ts';

export type Admission =
  | { kind: 'admitted'; as: Participant }
  | { kind: 'note' }
  | { kind: 'machine' }
  | { kind: 'door'; reason: DoorReason }
  | { kind: 'stranger' };

/** What the ticket knows of the Message-IDs an arrival answers. */
export type Answered = {
  /** To whom the letters of ours went that it answers. */
  lettersTo: Address[];
  /** It answers a mail that is on this ticket. */
  mail: boolean;
  /** It is kin to a mail on this ticket. Only known where the arrival may be admitted as such. */
  kin: boolean;
};

/** What this ticket, which became part of another, knows of the arrival: the other one decides (T13). */
export function proofOf(ticket: Ticket, arrival: Arrival, answered: Answered): Proof {
  const known = withProof(arrival, answered);
  return { holder: keyHolder(ticket, arrival, answered)?.address ?? null, mail: known.mail, kin: known.kin };
}

/** Whether the arrival's sender may speak on the ticket (A01-A07, security rules 2.2). Says nothing about closed tickets. */
export function admit(ticket: Ticket, arrival: Arrival, known: Answered): Admission {
  const { sender, verdict } = arrival;
  const answered = withProof(arrival, known);
  const person = participant(ticket, sender.address);
  const holder = keyHolder(ticket, arrival, answered);

  if (arrival.only === 'tag') return person !== null && mayByTag(arrival, person) ? { kind: 'admitted', as: person } : { kind: 'stranger' };
  if (arrival.only === 'kin') return person !== null && answered.kin && mayAsKin(ticket, arrival) ? { kind: 'admitted', as: person } : { kind: 'stranger' };
  if (arrival.article.automatic) return holder !== null || person !== null ? { kind: 'note' } : { kind: 'machine' };

  const own = holder !== null && holder.address === sender.address;
  if (isStaff(sender.role)) {
    return own && verdict === 'pass' ? { kind: 'admitted', as: holder } : { kind: 'door', reason: 'agentWithoutKey' };
  }
  if (own && verdict !== 'fail') return { kind: 'admitted', as: holder };
  if (person !== null && mayByTag(arrival, person)) return { kind: 'admitted', as: person };
  if (person !== null && answered.mail && verdict === 'pass') return { kind: 'admitted', as: person };
  if (holder !== null && !own) return { kind: 'door', reason: 'otherSender' };
  if (person !== null) return { kind: 'door', reason: 'notAuthenticated' };
  return { kind: 'stranger' };
}

/** A02: the tag, written by a proven person of the ticket whose domain vouches for the mail. */
function mayByTag(arrival: Arrival, person: Participant): boolean {
  return arrival.tagged && person.state === 'verified' && arrival.verdict === 'pass' && !isStaff(arrival.sender.role);
}

/**
 * A mail that comes before the one it answers, or after its own answer (SF16), belongs to the ticket that the other one opened
 * if it is between the same people: its author is the ticket's requester or wrote to them. So nobody can draw a mail to a
 * ticket of theirs who did not get it anyway.
 */
function mayAsKin(ticket: Ticket, arrival: Arrival): boolean {
  const ended = ticket.status === 'closed' || ticket.status === 'rejected';
  if (ended || arrival.verdict !== 'pass' || arrival.article.automatic || isStaff(arrival.sender.role)) return false;
  const [requester] = requesterOf(ticket);
  return requester === arrival.sender.address || arrival.named.some((person) => person.address === requester);
}

/** Whose key the mail carries: the reply key itself, one of a ticket that became part of this one, or the Message-ID of a letter that went to one person. */
function keyHolder(ticket: Ticket, arrival: Arrival, answered: Answered): Participant | null {
  if (arrival.key !== null) return keyOwner(ticket, arrival.key);
  const proven = arrival.proof?.holder ?? null;
  if (proven !== null) return participant(ticket, proven);
  const own = answered.lettersTo.find((address) => address === arrival.sender.address);
  const to = own ?? answered.lettersTo[0];
  return to === undefined ? null : participant(ticket, to);
}

/** The person of the ticket to whom the key was mailed; null for one that is wrong, or of somebody who left. */
export function keyOwner(ticket: Ticket, key: ReplyKey): Participant | null {
  const holder = ticket.people.find((person) => person.pid === key.pid) ?? null;
  return holder !== null && holder.state !== 'removed' && sameSecret(holder.secret, key.secret) ? holder : null;
}

function withProof({ proof }: Arrival, answered: Answered): Answered {
  return proof === null ? answered : { ...answered, mail: answered.mail || proof.mail, kin: answered.kin || proof.kin };
}

/** Compares every character whatever the first difference is, so that timing tells nothing. */
function sameSecret(secret: string, given: string): boolean {
  let difference = secret.length ^ given.length;
  for (let at = 0; at < secret.length; at++) difference |= secret.charCodeAt(at) ^ given.charCodeAt(at);
  return difference === 0;
}
