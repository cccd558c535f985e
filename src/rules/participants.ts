/** Who joins a ticket, and as what. */

import { isRoleAddress } from './address.ts';
import type { KnownPerson } from './commands.ts';
import { isStaff, type Actor, type Address, type NewParticipant, type Participant, type Ticket } from './ticket.ts';

/** Most people who join by one mail, and most on one ticket (A08). */
export const JOINERS_PER_MAIL = 10;
export const PEOPLE_PER_TICKET = 25;
/** A mail that names more than this many is a mailing, and none of them joins (SP06). */
export const MOST_NAMED = 50;

export function isLive(person: Participant): boolean {
  return person.state !== 'removed';
}

/**
 * Which of the people named in To and Cc join (A08): no address of ours, no role address, nobody disabled, nobody who is or
 * was on the ticket. Staff join as agents, others in Cc. `vouched` false: the mail is not authenticated, so they are only
 * proposed (SJ22). They read from `fromArticle` on (SJ21).
 */
export function joiners(
  named: KnownPerson[],
  on: { people: Pick<Participant, 'address'>[]; vouched: boolean; fromArticle: number },
): NewParticipant[] {
  if (named.length > MOST_NAMED) return [];
  const known = new Set<Address>(on.people.map((person) => person.address));
  const fresh: NewParticipant[] = [];
  for (const person of named) {
    if (known.has(person.address) || !mayJoin(person)) continue;
    known.add(person.address);
    fresh.push(asParticipant(person, on));
  }
  const room = Math.max(0, PEOPLE_PER_TICKET - on.people.length);
  return fresh.slice(0, Math.min(JOINERS_PER_MAIL, room));
}

/** The agent as one who gets copies, or nothing if they are on the ticket already. */
export function agentJoins(ticket: Ticket, agent: Actor | KnownPerson): NewParticipant[] {
  if (ticket.people.some((person) => person.address === agent.address && isLive(person))) return [];
  const { address, name, language } = agent;
  return [{ address, name, language, role: 'agent', state: 'verified', fromArticle: 1 }];
}

function mayJoin(person: KnownPerson): boolean {
  return !person.own && !person.disabled && !isRoleAddress(person.address);
}

function asParticipant(person: KnownPerson, on: { vouched: boolean; fromArticle: number }): NewParticipant {
  const { address, name, language } = person;
  if (isStaff(person.role)) return { address, name, language, role: 'agent', state: on.vouched ? 'invited' : 'proposed', fromArticle: 1 };
  return { address, name, language, role: 'cc', state: on.vouched ? 'invited' : 'proposed', fromArticle: on.fromArticle };
}
