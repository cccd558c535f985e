/** What a query asks, as SQL on rows of `tickets`. */

import { and, eq, gte, inArray, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { SavedView } from '../directory/saved-views.ts';
import { parseAddress } from '../rules/address.ts';
import type { Queue } from '../rules/queues.ts';
import { fold, wordsOf } from '../rules/search-text.ts';
import { soonUntil } from '../rules/service-level.ts';
import type { Condition, TicketQuery, TimeField, Who } from '../rules/ticket-query.ts';
import type { State } from '../rules/ticket-query/keywords.ts';
import type { Address, Instant, Person, Status } from '../rules/ticket.ts';
import { ticketLabels, tickets } from './schema.ts';

/** What names in a query are compared with, and who asks when. */
export type DeskFacts = { queues: Queue[]; staff: Person[]; me: Address; at: Instant };

/** An agent's own view, and what it asks. */
export type KeptView = { view: SavedView; query: TicketQuery };

/** Written out, so that the indexes of open tickets are used. */
const isOpen = sql`${tickets.closedAt} is null`;
const isEnded = sql`${tickets.closedAt} is not null`;

export function fits({ filters }: Pick<TicketQuery, 'filters'>, facts: DeskFacts): SQL | undefined {
  return and(...filters.map(({ not, condition }) => (not ? sql`(${conditionOf(condition, facts)}) is not true` : conditionOf(condition, facts))));
}

/** Words that are on a ticket anyway if it fits: they find it in the index of words, where a part of a name would mean to look at all tickets. */
export function impliedWords({ filters }: Pick<TicketQuery, 'filters'>): string[] {
  return filters.flatMap(({ not, condition }) => {
    const [one, more] = !not && condition.by === 'requester' ? condition.who : [];
    return one?.kind === 'named' && more === undefined && parseAddress(one.typed) === null ? wordsOf(one.typed) : [];
  });
}

/** Names of queues that no queue has. */
export function unknownQueues({ filters }: Pick<TicketQuery, 'filters'>, queues: Queue[]): string[] {
  return filters.flatMap(({ condition }) => (condition.by === 'queue' ? condition.among.filter((name) => queuesNamed(name, queues).length === 0) : []));
}

function conditionOf(condition: Condition, facts: DeskFacts): SQL | undefined {
  switch (condition.by) {
    case 'owner':
      return or(...condition.who.map((who) => ownedBy(who, facts)));
    case 'requester':
      return or(...condition.who.map((who) => askedBy(who, facts)));
    case 'status':
      return and(inArray(tickets.status, condition.among), phaseOf(condition.among));
    case 'state':
      return stateOf(condition.is, facts);
    case 'queue':
      return inArray(tickets.queue, condition.among.flatMap((name) => queuesNamed(name, facts.queues)).map((queue) => queue.id));
    case 'domain':
      return inArray(tickets.requesterDomain, condition.among);
    case 'label':
      return sql`${tickets.number} in (select ${ticketLabels.number} from ${ticketLabels} where ${inArray(ticketLabels.folded, condition.among)})`;
    case 'priority':
      return and(condition.from === null ? undefined : gte(tickets.finalPriority, condition.from), condition.to === null ? undefined : lte(tickets.finalPriority, condition.to));
    case 'due':
    case 'until':
    case 'created':
    case 'updated':
    case 'closed':
      return during(condition.by, condition);
  }
}

function ownedBy(who: Who, { staff, me }: DeskFacts): SQL | undefined {
  if (who.kind === 'me') return eq(tickets.owner, me);
  if (who.kind === 'nobody') return isNull(tickets.owner);
  const address = parseAddress(who.typed);
  if (address !== null) return eq(tickets.owner, address);
  const words = wordsOf(who.typed);
  const named = staff.filter((person) => words.every((word) => fold(`${person.name} ${person.address}`).includes(word)));
  return inArray(tickets.owner, named.map((person) => person.address));
}

function askedBy(who: Who, { me }: DeskFacts): SQL | undefined {
  if (who.kind === 'me') return eq(tickets.requester, me);
  if (who.kind === 'nobody') return isNull(tickets.requester);
  const address = parseAddress(who.typed);
  if (address !== null) return eq(tickets.requester, address);
  return and(...wordsOf(who.typed).map((word) => sql`instr(${tickets.requesterWords}, ${word}) > 0`), sql`true`);
}

/** What a status says beside itself. */
function phaseOf(among: Status[]): SQL | undefined {
  const ended = among.filter((status) => status === 'closed' || status === 'rejected').length;
  if (ended === 0) return isOpen;
  return ended === among.length ? isEnded : undefined;
}

function stateOf(state: State, { queues, at }: DeskFacts): SQL | undefined {
  switch (state) {
    case 'open':
      return isOpen;
    case 'ended':
      return isEnded;
    case 'overdue':
      return and(isOpen, inArray(tickets.status, ['new', 'open']), lte(tickets.dueAt, at));
    case 'due': {
      const limits = queues.map((queue) => ({ id: queue.id, until: soonUntil(at, queue.calendar) }));
      const latest = Math.max(at, ...limits.map((limit) => limit.until));
      return and(isOpen, inArray(tickets.status, ['new', 'open']), lte(tickets.dueAt, latest), sql`${tickets.dueAt} <= case ${tickets.queue} ${sql.join(limits.map(({ id, until }) => sql`when ${id} then ${until}`), sql` `)} else ${latest} end`);
    }
  }
}

const columns: Record<TimeField, SQLiteColumn> = { due: tickets.dueAt, until: tickets.waitingUntil, created: tickets.createdAt, updated: tickets.updatedAt, closed: tickets.closedAt };

/** Only open tickets are due or wait. What was created or closed since then was updated since then, too: of the others none has to be looked at. */
function during(field: TimeField, { from, before }: { from: Instant | null; before: Instant | null }): SQL | undefined {
  const column = columns[field];
  const ahead = field === 'due' || field === 'until';
  return and(
    ahead ? isOpen : undefined,
    from === null ? undefined : gte(column, from),
    before === null ? undefined : lt(column, before),
    from === null || ahead ? undefined : gte(tickets.updatedAt, from),
  );
}

function queuesNamed(name: string, queues: Queue[]): Queue[] {
  const same = queues.filter((queue) => fold(queue.name) === name || String(queue.id) === name);
  return same.length > 0 ? same : queues.filter((queue) => fold(queue.name).includes(name));
}
