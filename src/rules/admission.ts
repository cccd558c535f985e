/**
 * Who may speak on a ticket by mail: the table of the security rules, 2.2, in its order; the first line that fits decides. A ticket
 * number is never a key. Signs: F the sender, A the verdict on F's domain, K a reply key, T the subject tag, K2 a mail on the ticket
 * that this one answers.
 *
 * Lines 1, 2, 11 and 12 are no question of who speaks on a ticket, and stand where they are decided: 1, our own mail comes back
 * (inbound/loop); 2, the same mail again (directory/intake, ticket/arriving); 11, the ticket is over (rules/arrival, for whom
 * 5 to 7 admit); 12, no ticket is named (inbound/deliver, rules/opening).
 */

import { participant } from './access.ts';
import type { Arrival, DoorReason, Proof } from './commands.ts';
import type { ReplyKey, Verdict } from './mail.ts';
import { requesterOf } from './letters.ts';
import { worksIn } from './reach.ts';
import type { Address, Participant, Ticket } from './ticket.ts';

/** `as` null: an agent who is not on the ticket, but was written to about it. `proves`: the mail shows that its sender reads letters to that address. */
export type Admission =
  | { kind: 'admitted'; as: Participant | null; proves: boolean }
  | { kind: 'note' }
  | { kind: 'machine' }
  | { kind: 'door'; reason: DoorReason }
  | { kind: 'stranger' };

/**
 * What the table asks of a mail. `staff`: F works in the ticket's queue. `standing`: F on this ticket, `none` for a stranger and for
 * somebody who was removed, `elsewhere` for an agent on it who does not work in its queue (any more).
 */
export type Facts = {
  machine: boolean;
  staff: boolean;
  key: 'none' | 'own' | 'others';
  tag: boolean;
  answers: boolean;
  standing: 'verified' | 'invited' | 'proposed' | 'elsewhere' | 'none';
  verdict: Verdict;
};

type Decision = Exclude<Admission, { kind: 'admitted' }> | { kind: 'admitted'; proves: boolean };
type Line = { row: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10; when: (mail: Facts) => boolean; then: Decision };

const onTicket = ({ standing }: Facts) => standing !== 'none';
const named = ({ key, tag, answers }: Facts) => key !== 'none' || tag || answers;

/** Every decision there is. A key that is wrong is none; a machine's mail answering one on the ticket is noted as with T. */
export const table: readonly Line[] = [
  { row: 3, when: (mail) => mail.machine && (mail.key !== 'none' || onTicket(mail)), then: { kind: 'note' } },
  { row: 3, when: (mail) => mail.machine, then: { kind: 'machine' } },
  { row: 4, when: (mail) => mail.staff && mail.key === 'own' && mail.verdict === 'pass', then: { kind: 'admitted', proves: true } },
  { row: 4, when: (mail) => mail.staff, then: { kind: 'door', reason: 'agentWithoutKey' } },
  // Access is judged now, not when the key went out (SJ07).
  { row: 4, when: (mail) => mail.standing === 'elsewhere', then: { kind: 'door', reason: 'notOfQueue' } },
  { row: 5, when: (mail) => mail.key === 'own' && mail.verdict !== 'fail', then: { kind: 'admitted', proves: true } },
  { row: 6, when: (mail) => mail.tag && mail.standing === 'verified' && mail.verdict === 'pass', then: { kind: 'admitted', proves: false } },
  // Proves nothing: a third party's machine answers mails too, and may then be made to write the tag (SJ02).
  { row: 7, when: (mail) => mail.answers && onTicket(mail) && mail.verdict === 'pass', then: { kind: 'admitted', proves: false } },
  { row: 8, when: (mail) => mail.key === 'others', then: { kind: 'door', reason: 'otherSender' } },
  { row: 9, when: (mail) => named(mail) && onTicket(mail) && mail.verdict !== 'pass', then: { kind: 'door', reason: 'notAuthenticated' } },
  { row: 9, when: (mail) => named(mail) && onTicket(mail), then: { kind: 'door', reason: 'notProven' } },
  { row: 10, when: () => true, then: { kind: 'stranger' } },
];

/** What the ticket knows of the Message-IDs an arrival answers. */
export type Answered = {
  /** To whom the letters of ours went that it answers. */
  lettersTo: Address[];
  /** It answers a mail that is on this ticket. */
  mail: boolean;
  /** The newest of those letters carried a comment. */
  comment?: boolean;
  /** It is kin to a mail on this ticket. Only known where the arrival may be admitted as such. */
  kin: boolean;
};

/** What this ticket, which became part of another, knows of the arrival: the other one decides (T13). */
export function proofOf(ticket: Ticket, arrival: Arrival, answered: Answered): Proof {
  const known = withProof(arrival, answered);
  const told = worksIn(ticket.queue, arrival.sender) && wasTold(arrival, answered) ? arrival.sender.address : null;
  return { holder: keyHolder(ticket, arrival, answered)?.address ?? told, mail: known.mail, kin: known.kin, ...(answersComment(arrival, answered) ? { comment: true } : {}) };
}

/** Whether it answers a letter that carried a comment: then it stays among agents, whoever lets it in (A07). The reply address says so; without one, the letter. */
export function answersComment({ key, proof }: Arrival, answered: Answered): boolean {
  return key === null ? answered.comment === true || proof?.comment === true : key.comment === true;
}

/** Whether the arrival's sender may speak on the ticket (A01-A07). Says nothing about closed tickets, nor about robots (A16). */
export function admit(ticket: Ticket, arrival: Arrival, known: Answered): Admission {
  const decision = decisionOn(factsOf(ticket, arrival, withProof(arrival, known)));
  if (decision.kind === 'admitted') {
    const as = participant(ticket, arrival.sender.address);
    return as === null && !worksIn(ticket.queue, arrival.sender) ? { kind: 'stranger' } : { ...decision, as };
  }
  // What only one way may admit is another ticket's, or nobody's, if it does not.
  return arrival.only === null ? decision : { kind: 'stranger' };
}

/** The first line of the table that fits. */
export function decisionOn(facts: Facts): Decision {
  return table.find((line) => line.when(facts))?.then ?? { kind: 'stranger' };
}

/** A mail with the key of another ticket has none here (A02). */
function factsOf(ticket: Ticket, arrival: Arrival, answered: Answered): Facts {
  const { sender, only } = arrival;
  const staff = worksIn(ticket.queue, sender);
  const holder = only === null ? keyHolder(ticket, arrival, answered) : null;
  const standing = standingOf(participant(ticket, sender.address), staff);
  // The link that was mailed to them is as good as their key, and more than what their domain says.
  const confirmed = arrival.confirmed && standing !== 'none' && !staff;
  return {
    machine: arrival.article.automatic !== null,
    staff,
    key: confirmed || holder?.address === sender.address || (staff && only === null && wasTold(arrival, answered)) ? 'own' : holder === null ? 'none' : 'others',
    tag: arrival.tagged,
    answers: only === null ? answered.mail : only === 'kin' && answered.kin && mayAsKin(ticket, arrival),
    standing,
    verdict: confirmed ? 'pass' : arrival.verdict,
  };
}

function standingOf(person: Participant | null, staff: boolean): Facts['standing'] {
  if (person === null || person.state === 'removed') return 'none';
  return person.role === 'agent' && !staff ? 'elsewhere' : person.state;
}

/**
 * A mail that comes before the one it answers, or after its own answer (SF16), belongs to the ticket that the other one opened
 * if it is between the same people: its author is the ticket's requester or wrote to them. So nobody can draw a mail to a
 * ticket of theirs who did not get it anyway.
 */
function mayAsKin(ticket: Ticket, arrival: Arrival): boolean {
  if (ticket.status === 'closed' || ticket.status === 'rejected') return false;
  const [requester] = requesterOf(ticket);
  return requester === arrival.sender.address || arrival.named.some((person) => person.address === requester);
}

/** Whose key the mail carries: the reply key itself, one of a ticket that became part of this one, or the Message-ID of a letter that went to one person. */
export function keyHolder(ticket: Ticket, arrival: Arrival, answered: Answered): Participant | null {
  if (arrival.key !== null) return keyOwner(ticket, arrival.key);
  const proven = arrival.proof?.holder ?? null;
  if (proven !== null) return participant(ticket, proven);
  const own = answered.lettersTo.find((address) => address === arrival.sender.address);
  const to = own ?? answered.lettersTo[0];
  return to === undefined ? null : participant(ticket, to);
}

/** Whether it answers a letter that went to its sender, on the ticket or not: an agent is told of tickets before they are on them (P01). */
function wasTold({ key, sender, proof }: Arrival, { lettersTo }: Answered): boolean {
  return key === null && (lettersTo.includes(sender.address) || proof?.holder === sender.address);
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
