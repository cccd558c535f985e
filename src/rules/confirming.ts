/** Letters that ask about a mail at the door: whether it is the reader's own, or from somebody they know (rows 8 and 9 of the security rules 2.2). */

import { participant } from './access.ts';
import { keyHolder, type Answered } from './admission.ts';
import type { Arrival, KnownPerson } from './commands.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { joiners } from './participants.ts';
import { isWrittenTo } from './recipients.ts';
import { isMuted } from './robots.ts';
import { isStaff, type Actor, type Address, type Instant, type NewParticipant, type Ticket } from './ticket.ts';

/**
 * Whom a letter may ask about a mail that waits: its sender, if they are on the ticket (row 9), else the person whose key it has, if its
 * sender could join (row 8). Null: nobody. Agents have the door; and nobody is asked who would get no correspondence either, or who never
 * proved the address, so that a forger makes us write to nobody else.
 */
export function whomToAsk(ticket: Ticket, arrival: Arrival, answered: Answered, at: Instant): Address | null {
  const { sender } = arrival;
  if (isStaff(sender.role) || ticket.status === 'rejected') return null;
  const mayJoin = joining(ticket, { ...sender, own: false, disabled: false }).length > 0;
  const holder = keyHolder(ticket, arrival, answered);
  const asked = participant(ticket, sender.address) ?? (mayJoin ? holder : null);
  if (asked === null || asked.role === 'agent' || isMuted(asked, at)) return null;
  // Whoever never proved an address is asked only about a mail that is theirs by their domain's word, or has a key of somebody here.
  if (asked.state !== 'verified' && arrival.verdict !== 'pass' && holder === null) return null;
  return isWrittenTo(ticket, asked) ? asked.address : null;
}

/**
 * Somebody brings along the person who answered with their reply address. The mail itself waits on, until that person proves the address: a
 * third party's machine, whose mail was only led here, never does (SJ02).
 */
export function vouch(ticket: Ticket, person: KnownPerson, by: Actor): Decision {
  if (participant(ticket, by.address) === null) return refusal('notAllowed');
  return changes(...joining(ticket, person).map((one) => ({ kind: 'joined', person: one, via: 'mail' }) as const));
}

function joining(ticket: Ticket, person: KnownPerson): NewParticipant[] {
  return joiners([person], { people: ticket.people, queue: ticket.queue, vouched: true, fromArticle: ticket.articleCount + 1 });
}
