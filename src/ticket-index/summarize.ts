/** What the ticket index keeps of a ticket. */

import { participant } from '../rules/access.ts';
import { requesterOf } from '../rules/letters.ts';
import type { Fields, Instant, Participant, Person, Ticket, Address } from '../rules/ticket.ts';

export type Summary = Fields & {
  number: number;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  updatedBy: Address | null;
  requester: Person | null;
  ownerName: string;
  labels: string[];
  minutesSpent: number;
  /** Who finds the ticket among theirs: outsiders who may see it. */
  people: Pick<Participant, 'address' | 'role' | 'fromArticle'>[];
};

export function summarize(ticket: Ticket): Summary {
  const { people, engagedAt: _, authenticated: __, articleCount: ___, mergedInto: ____, ...plain } = ticket;
  const [address] = requesterOf(ticket);
  const owner = ticket.owner === null ? null : participant(ticket, ticket.owner);
  return {
    ...plain,
    requester: address === undefined ? null : { address, name: participant(ticket, address)?.name ?? '' },
    ownerName: owner?.name ?? '',
    people: people.filter(isShownTheTicket).map(({ address, role, fromArticle }) => ({ address, role, fromArticle })),
  };
}

function isShownTheTicket(person: Participant): boolean {
  if (person.state === 'removed') return false;
  return person.role === 'requester' || person.state !== 'proposed';
}
