/** Who joins a ticket, and as what. */

import { isRoleAddress } from './address.ts';
import type { KnownPerson } from './commands.ts';
import { worksIn, type Reach } from './reach.ts';
import { isStaff, type AccountRole, type Actor, type Address, type Change, type NewParticipant, type Participant, type Ticket } from './ticket.ts';

/** Most people who join by one mail, and most on one ticket (A08). */
export const JOINERS_PER_MAIL = 10;
export const PEOPLE_PER_TICKET = 25;
/** A mail that names more than this many is a mailing, and none of them joins (SP06). */
export const MOST_NAMED = 50;

export function isLive(person: Participant): boolean {
  return person.state !== 'removed';
}

/** `vouched` false: the mail is not authenticated, so they are only proposed (SJ22). They read from `fromArticle` on (SJ21). */
type Onto = { people: Pick<Participant, 'address'>[]; queue: number; vouched: boolean; fromArticle: number };

/**
 * Which of the people named in To and Cc join (A08): no address of ours, no role address, nobody disabled, nobody who is or
 * was on the ticket. Staff of its queue join as agents, others in Cc. At most `JOINERS_PER_MAIL`, and `PEOPLE_PER_TICKET` in all.
 */
export function joiners(named: KnownPerson[], on: Onto): NewParticipant[] {
  const room = Math.max(0, PEOPLE_PER_TICKET - on.people.length);
  return newcomers(named, on).slice(0, Math.min(JOINERS_PER_MAIL, room));
}

/** Those who would join but for the limits, of mails and tickets or of days: agents see whom a mail named in vain. */
export function leftOut(named: KnownPerson[], on: Onto, joining: NewParticipant[]): Change[] {
  const people = newcomers(named, on).map((person) => person.address).filter((address) => !joining.some((one) => one.address === address));
  return people.length === 0 ? [] : [{ kind: 'leftOut', people }];
}

/** Without those in Cc whom the limits of a day leave no room for (SJ20); null: not asked yet. */
export function withinLimits(named: KnownPerson[], invitable: Address[] | null): KnownPerson[] {
  return invitable === null ? named : named.filter((person) => isStaff(person.role) || invitable.includes(person.address));
}

/** Whom of those who join a person brought along into Cc. */
export function broughtIn(joining: NewParticipant[]): Address[] {
  return joining.filter((person) => person.role === 'cc' && person.state === 'invited').map((person) => person.address);
}

/** Whether somebody may take this person off: agents may, everybody themselves, and the requester whom they brought (SJ25). */
export function mayRemove(ticket: Pick<Ticket, 'people' | 'queue'>, by: { address: Address; role: AccountRole; reach: Reach }, person: Participant): boolean {
  if (person.role === 'requester' || !isLive(person)) return false;
  if (worksIn(ticket.queue, by) || person.address === by.address) return true;
  const isRequester = ticket.people.some((one) => one.address === by.address && one.role === 'requester' && isLive(one));
  return isRequester && person.broughtBy === by.address;
}

function newcomers(named: KnownPerson[], on: Onto): NewParticipant[] {
  if (named.length > MOST_NAMED) return [];
  const known = new Set<Address>(on.people.map((person) => person.address));
  const fresh: NewParticipant[] = [];
  for (const person of named) {
    if (known.has(person.address) || !mayJoin(person)) continue;
    known.add(person.address);
    fresh.push(asParticipant(person, on));
  }
  return fresh;
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

function asParticipant(person: KnownPerson, on: { queue: number; vouched: boolean; fromArticle: number }): NewParticipant {
  const { address, name, language } = person;
  if (worksIn(on.queue, person)) return { address, name, language, role: 'agent', state: on.vouched ? 'invited' : 'proposed', fromArticle: 1 };
  return { address, name, language, role: 'cc', state: on.vouched ? 'invited' : 'proposed', fromArticle: on.fromArticle };
}
