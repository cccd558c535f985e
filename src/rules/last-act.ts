/** What somebody did last on a ticket, and whether a click takes it back. */

import { rightsOn } from './access.ts';
import { saidRelations, type Link, type Relation } from './links.ts';
import type { Actor, Address, Fact, Instant, Status, Ticket, TicketEvent } from './ticket.ts';

/** `act`: the events of one command, newest first, or none. `told`: a letter about them has left. */
export type LastAct = { act: TicketEvent[]; told: boolean };

/** `at` names the act. `waits`: a letter about it waits, and is held back with it. */
export type Undoable = { at: Instant; waits: boolean } & UndoableAct;

type UndoableAct =
  | { kind: 'merge'; number: number }
  | { kind: 'status'; to: Status }
  | { kind: 'queue'; to: number }
  | { kind: 'owner'; to: Address | null }
  | { kind: 'requester' | 'joined' | 'left'; who: Address }
  | ({ kind: 'linked' | 'unlinked' } & Pick<Link, 'relation' | 'number'>)
  | { kind: 'due' | 'until' | 'priority' | 'labels' };

/** How long a page offers it. The rule itself asks nothing of a clock. Milliseconds. */
const OFFERED_MS = 15 * 60_000;

/** What the page offers at `at`; null: nothing. */
export function offered(ticket: Ticket, last: LastAct & { waits: boolean }, by: Pick<Actor, 'address' | 'role' | 'reach'>, at: Instant): Undoable | null {
  const act = undoable(ticket, last, by);
  const [event] = last.act;
  return act === null || event === undefined || at - event.at > OFFERED_MS ? null : { ...act, at: event.at, waits: last.waits };
}

/**
 * What the act did; null where it cannot be taken back: something happened since, whoever did it, or it was more than fields,
 * labels, links, people and a merge. A closing that its customer was told of can only be reopened (L07), and a reopening only closed again.
 */
export function undoable(ticket: Ticket, { act, told }: LastAct, by: Pick<Actor, 'address' | 'role' | 'reach'>): UndoableAct | null {
  const [last] = act;
  if (last === undefined || last.seq !== ticket.version || !rightsOn(ticket, by).change) return null;
  if (!act.every(({ fact }) => comesAlong(fact) || named(fact) !== null || isTime(fact))) return null;
  const did = act.flatMap(({ fact }) => named(fact) ?? []).toSorted((one, other) => weight.indexOf(one.kind) - weight.indexOf(other.kind))[0];
  const reopened = act.some(({ fact }) => fact.kind === 'fieldChanged' && fact.field === 'status' && fact.from === 'closed');
  return did === undefined || reopened || (told && did.kind === 'status' && did.to === 'closed') ? null : did;
}

/** What an act is called by, where it did several things. */
const weight: UndoableAct['kind'][] = ['merge', 'status', 'queue', 'owner', 'requester', 'joined', 'left', 'linked', 'unlinked', 'due', 'priority', 'labels', 'until'];

function named(fact: Fact): UndoableAct | null {
  if (fact.kind === 'tookOver') return { kind: 'merge', number: fact.number };
  if (fact.kind === 'labelled' || fact.kind === 'unlabelled') return { kind: 'labels' };
  if (fact.kind === 'joined' && fact.before !== undefined) return { kind: fact.person.role === 'requester' ? 'requester' : 'joined', who: fact.person.address };
  if (fact.kind === 'left' && fact.before !== undefined) return { kind: 'left', who: fact.address };
  if (fact.kind === 'linked' || fact.kind === 'unlinked') return isSaid(fact.relation) ? { kind: fact.kind, relation: fact.relation, number: fact.number } : null;
  if (fact.kind !== 'fieldChanged') return null;
  switch (fact.field) {
    case 'status':
      return { kind: 'status', to: fact.to };
    case 'queue':
      return { kind: 'queue', to: fact.to };
    case 'owner':
      return { kind: 'owner', to: fact.to };
    case 'dueAt':
      return { kind: 'due' };
    case 'waitingUntil':
      return { kind: 'until' };
    case 'priority':
    case 'finalPriority':
      return { kind: 'priority' };
    default:
      return null;
  }
}

/** The other links come about by themselves, and what they come with stays. */
function isSaid(relation: Relation): boolean {
  return saidRelations.some((one) => one === relation);
}

/** What follows from an act, and stays when it is taken back. */
function comesAlong(fact: Fact): boolean {
  return fact.kind === 'engaged' || fact.kind === 'joined' || fact.kind === 'bounced';
}

function isTime(fact: Fact): boolean {
  return fact.kind === 'fieldChanged' && (fact.field === 'startedAt' || fact.field === 'closedAt');
}
