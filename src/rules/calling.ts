/** Whom a ticket calls that nobody has: else what is written there would wait until somebody looks. */

import type { Watchful } from './commands.ts';
import { isLive } from './participants.ts';
import { worksIn } from './reach.ts';
import type { Address, Change, Ticket } from './ticket.ts';

type Called = { queue: number; watchful: Watchful[]; by: Address };

/** A customer wrote, and no agent is on the ticket: those of its queue who want to hear of new ones hear of this. */
export function callingOf(ticket: Ticket, { watchful, by }: Pick<Called, 'watchful' | 'by'>): Change[] {
  const isHad = ticket.owner !== null || ticket.people.some((person) => person.role === 'agent' && isLive(person));
  return isHad ? [] : calling(ticket, 'written', { queue: ticket.queue, watchful, by });
}

/** The ticket came into another queue, where nobody has seen it. */
export function callingTo(ticket: Ticket, called: Called): Change[] {
  return ticket.owner !== null ? [] : calling(ticket, 'moved', called);
}

/** Whoever is on the ticket hears of it anyway (P03), and whoever did it knows. */
function calling(ticket: Ticket, why: 'written' | 'moved', { queue, watchful, by }: Called): Change[] {
  const isOn = (address: Address) => ticket.people.some((person) => person.address === address && isLive(person));
  const tell = watchful.filter((one) => worksIn(queue, one) && one.address !== by && (why === 'moved' || !isOn(one.address))).map(({ address }) => address);
  return tell.length === 0 ? [] : [{ kind: 'called', why, tell }];
}
