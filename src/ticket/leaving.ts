/** Who may leave a ticket by the link in their letters. */

import { leaveToken, type LeaveLink } from '../outbox/leave-link.ts';
import type { Language, Person, Ticket } from '../rules/ticket.ts';

/** `left`: they left already. */
export type Leaver = Person & { language: Language; left: boolean };

/** Whose link it is; null for a wrong one, and for whoever is not in Cc: a requester stays, agents leave in the portal. */
export function leaverBy(ticket: Ticket, link: LeaveLink): Leaver | null {
  const holder = ticket.people.find((person) => person.pid === link.pid);
  if (holder === undefined || holder.role !== 'cc' || !sameToken(leaveToken({ number: ticket.number, pid: holder.pid, secret: holder.secret }), link.token)) return null;
  const { address, name, language, state } = holder;
  return { address, name, language, left: state === 'removed' };
}

/** Compares every character whatever the first difference is, so that timing tells nothing. */
function sameToken(token: string, given: string): boolean {
  let difference = token.length ^ given.length;
  for (let at = 0; at < token.length; at++) difference |= token.charCodeAt(at) ^ given.charCodeAt(at);
  return difference === 0;
}
