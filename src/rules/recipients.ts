/** Who reads what: the only place that decides it (house style 12). */

import { isLive } from './participants.ts';
import type { Address, Addressing, Participant, Ticket } from './ticket.ts';

/**
 * Who gets a correspondence written by `writer` (null: the desk): everybody on the ticket but the writer (P02), each once
 * (P03). Until an agent first acted, nobody who only stood in Cc (A09), and no requester whom nobody vouches for.
 */
export function readersOfCorrespondence(ticket: Ticket, writer: Address | null): Participant[] {
  return ticket.people.filter((person) => person.address !== writer && isWrittenTo(ticket, person));
}

/** The same, but for whom the writer took off this once, and with people who are not on the ticket (P07). Each once (P03). */
export function addressees(ticket: Ticket, writer: Address | null, addressing: Addressing | undefined): Address[] {
  const readers = readersOfCorrespondence(ticket, writer).map((person) => person.address);
  if (addressing === undefined) return readers;
  const { except, once } = addressing;
  const strangers = once.map((person) => person.address).filter((address) => address !== writer && !ticket.people.some((person) => isLive(person) && person.address === address));
  return [...new Set([...readers.filter((address) => !except.includes(address)), ...strangers])];
}

/** Who gets a comment: agents on the ticket, never anybody outside (P08), never the writer. */
export function readersOfComment(ticket: Ticket, writer: Address | null): Participant[] {
  return ticket.people.filter((person) => isReached(person) && person.role === 'agent' && person.address !== writer);
}

/** Who hears that the ticket was closed: requester and Cc (P09), less whoever closed it. */
export function readersOfClosing(ticket: Ticket, closer: Address | null): Participant[] {
  return readersOfCorrespondence(ticket, closer).filter((person) => person.role !== 'agent');
}

/** Whether the person could get a correspondence now, so that a letter of the desk is nothing they were never promised (A09). */
export function isWrittenTo(ticket: Ticket, person: Participant): boolean {
  return isReached(person) && mayBeWrittenTo(ticket, person);
}

/** Nothing goes to an address that takes no mail (P11). */
function isReached(person: Participant): boolean {
  return isLive(person) && person.bounced === null;
}

function mayBeWrittenTo(ticket: Ticket, person: Participant): boolean {
  switch (person.role) {
    case 'agent':
      return true;
    case 'requester':
      return person.state !== 'proposed' || ticket.engagedAt !== null;
    case 'cc':
      return person.state === 'verified' || (person.state === 'invited' && ticket.engagedAt !== null);
  }
}
