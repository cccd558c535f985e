/** How tickets are connected with each other. */

import { can } from './access.ts';
import { changes, refusal, type Decision } from './decision.ts';
import type { Actor, Ticket } from './ticket.ts';

/** What agents say of two tickets. Read it as a sentence: this ticket … that one. */
export const saidRelations = ['relates', 'blocks', 'blockedBy', 'follows', 'followedBy'] as const;
/** Beside them, those that come about by themselves: a text got a ticket of its own, or was forwarded and its answers come to a ticket of their own. */
export const relations = [...saidRelations, 'splitInto', 'splitFrom', 'consults', 'consultedFor'] as const;
export type Relation = (typeof relations)[number];

/** `subject`: of the other ticket when they were linked. */
export type Link = { relation: Relation; number: number; subject: string };

/** What another ticket has to do with this one; recorded as it is. */
export type Connection =
  | ({ kind: 'linked' } & Link)
  | { kind: 'unlinked'; relation: Relation; number: number }
  /** Somebody answered there to what was forwarded from here. */
  | { kind: 'answered'; number: number; article: number; who: string }
  /** It names this ticket (A06). */
  | { kind: 'mentionedBy'; number: number };

const inverses: Record<Relation, Relation> = {
  relates: 'relates',
  blocks: 'blockedBy',
  blockedBy: 'blocks',
  follows: 'followedBy',
  followedBy: 'follows',
  splitInto: 'splitFrom',
  splitFrom: 'splitInto',
  consults: 'consultedFor',
  consultedFor: 'consults',
};

/** The same link as the other ticket has it. */
export function inverseOf(relation: Relation): Relation {
  return inverses[relation];
}

/** `by` null: the desk itself. `known`: it is so already. A ticket is not connected with itself. */
export function decideConnection(ticket: Ticket, connection: Connection, { by, known }: { by: Actor | null; known: boolean }): Decision {
  if (by !== null && !can(by, 'change', ticket)) return refusal(ticket.mergedInto === null ? 'notAllowed' : 'merged');
  if (connection.number === ticket.number) return refusal('sameTicket');
  return known ? changes() : changes(connection);
}
