/** One change of many tickets at once, and how it is undone. */

import { cleanLine } from './clean.ts';
import type { KnownPerson, PlainCommand } from './commands.ts';
import { rightsOn } from './access.ts';
import { parseAddress } from './address.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { readLabels } from './labels.ts';
import { statuses, type Actor, type Address, type Before, type Change, type Fact, type Fields, type Instant, type Status, type Ticket, type TicketEvent } from './ticket.ts';

/** Most tickets that are changed at once. */
export const MOST_AT_ONCE = 500;

/** `owner` null: nobody. `priority` is where it begins and ends: it stays. */
export type BulkAct =
  | { kind: 'owner'; to: Address | null }
  | { kind: 'status'; to: Status }
  | { kind: 'queue'; to: number }
  | { kind: 'priority'; to: number }
  | { kind: 'due' | 'until'; to: Instant }
  | { kind: 'label' | 'unlabel'; label: string };

/** The change that is asked for: `act` names it (`owner:anna@dtnet.de`, `status:closed`, `queue:2`, `due:1764061200000`, `label`), `value` is typed with the last ones. Null for anything else. */
export function readAct(act: string, value: string): BulkAct | null {
  const [, kind = '', of = ''] = /^(\w+):?(.*)$/s.exec(act) ?? [];
  switch (kind) {
    case 'owner': {
      const to = of === '' ? null : parseAddress(of);
      return to === null && of !== '' ? null : { kind, to };
    }
    case 'status': {
      const to = statuses.find((status) => status === of);
      return to === undefined ? null : { kind, to };
    }
    case 'queue':
      return /^\d{1,9}$/.test(of) ? { kind, to: Number(of) } : null;
    case 'due':
    case 'until':
      return /^\d{1,15}$/.test(of) ? { kind, to: Number(of) } : null;
    case 'priority':
      return /^\d{1,3}$/.test(value.trim()) && Number(value) <= 100 ? { kind, to: Number(value) } : null;
    case 'label':
    case 'unlabel': {
      const [label, more] = readLabels(cleanLine(value, 200));
      return label === undefined || more !== undefined ? null : { kind, label };
    }
    default:
      return null;
  }
}

/** As `readAct` reads it. */
export function writeAct(act: BulkAct): { act: string; value: string } {
  switch (act.kind) {
    case 'owner':
      return { act: `owner:${act.to ?? ''}`, value: '' };
    case 'status':
    case 'queue':
    case 'due':
    case 'until':
      return { act: `${act.kind}:${act.to}`, value: '' };
    case 'priority':
      return { act: 'priority', value: String(act.to) };
    case 'label':
    case 'unlabel':
      return { act: act.kind, value: act.label };
  }
}

/** Whether the ticket is so already, as far as the index knows. */
export function isSo(act: BulkAct, ticket: Pick<Fields, 'status' | 'queue' | 'priority' | 'finalPriority' | 'dueAt' | 'waitingUntil'> & { owner: { address: Address } | null; labels: string[] }): boolean {
  switch (act.kind) {
    case 'owner':
      return (ticket.owner?.address ?? null) === act.to;
    case 'status':
      return ticket.status === act.to;
    case 'queue':
      return ticket.queue === act.to;
    case 'priority':
      return ticket.priority === act.to && ticket.finalPriority === act.to;
    case 'due':
      return ticket.dueAt === act.to;
    case 'until':
      return ticket.status === 'waiting' && ticket.waitingUntil === act.to;
    case 'label':
      return ticket.labels.includes(act.label);
    case 'unlabel':
      return !ticket.labels.includes(act.label);
  }
}

/** What each ticket is told. `owner`: the directory's facts about the new one. */
export function commandFor(act: BulkAct, owner: KnownPerson | null): PlainCommand {
  switch (act.kind) {
    case 'owner':
      return { kind: 'changeOwner', to: owner };
    case 'status':
      return { kind: 'changeStatus', to: act.to };
    case 'queue':
      return { kind: 'changeQueue', to: act.to };
    case 'priority':
      return { kind: 'changePriority', priority: act.to, finalPriority: act.to };
    case 'due':
      return { kind: 'changeDue', to: act.to };
    case 'until':
      return { kind: 'waitUntil', until: act.to };
    case 'label':
      return { kind: 'changeLabels', add: [act.label], remove: [] };
    case 'unlabel':
      return { kind: 'changeLabels', add: [], remove: [act.label] };
  }
}

/**
 * Takes back what an act changed: fields and labels are as they were, and people whom it was about. `act`: its events, newest
 * first. Refused where anything happened on the ticket since, whoever did it. Who only came along with it stays; letters that
 * left, too. Without events nothing changed.
 */
export function undoAct(ticket: Ticket, act: TicketEvent[], by: Actor): Decision {
  if (!rightsOn(ticket, by).change) return refusal('notAllowed');
  const [last] = act;
  if (last === undefined) return changes();
  if (last.seq !== ticket.version) return refusal('changedSince');
  return changes(...act.flatMap((event) => reversed(ticket, event.fact)));
}

function reversed(ticket: Ticket, fact: Fact): Change[] {
  switch (fact.kind) {
    case 'joined':
      if (fact.before === undefined) return [];
      return [fact.before === null ? { kind: 'left', address: fact.person.address, role: fact.person.role } : { kind: 'joined', person: { ...fact.person, ...fact.before }, via: 'portal' }];
    case 'left':
      return fact.before === undefined ? [] : back(ticket, fact.address, fact.before);
    case 'labelled':
      return [{ kind: 'unlabelled', label: fact.label }];
    case 'unlabelled':
      return [{ kind: 'labelled', label: fact.label }];
    case 'fieldChanged':
      return fact.from === fact.to ? [] : [turnedRound(fact)];
    default:
      return [];
  }
}

/** Whoever was taken off by mistake has in their mails the key that they had. */
function back({ people }: Ticket, address: Address, before: Before): Change[] {
  return people
    .filter((person) => person.address === address)
    .map(({ name, language }) => ({ kind: 'joined', person: { address, name, language, ...before }, via: 'portal', sameKey: true }));
}

type Changed = Extract<Fact, { kind: 'fieldChanged' }>;

/** A switch over what a field holds, because a change has the type of its field. */
function turnedRound(fact: Changed): Change {
  switch (fact.field) {
    case 'subject':
      return { ...fact, from: fact.to, to: fact.from };
    case 'status':
      return { ...fact, from: fact.to, to: fact.from };
    case 'owner':
      return { ...fact, from: fact.to, to: fact.from };
    case 'queue':
    case 'priority':
    case 'finalPriority':
    case 'startsAt':
    case 'dueAt':
      return { ...fact, from: fact.to, to: fact.from };
    case 'startedAt':
    case 'lastContactAt':
    case 'closedAt':
    case 'waitingUntil':
      return { ...fact, from: fact.to, to: fact.from };
  }
}
