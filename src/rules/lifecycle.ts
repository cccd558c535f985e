/** The life of a ticket: what a command of a person does to it. */

import { participant, rightsOn } from './access.ts';
import type { KnownPerson, PlainCommand } from './commands.ts';
import { callingOf, callingTo } from './calling.ts';
import { commentCalling } from './commenting.ts';
import { vouch } from './confirming.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { changeLabels } from './labels.ts';
import { agentJoins, isLive, mayRemove } from './participants.ts';
import { worksIn } from './reach.ts';
import { isMuted } from './robots.ts';
import { askForSecret, giveSecret, seeSecret, withdrawSecret } from './secrets.ts';
import { isStaff, type Actor, type Addressing, type Address, type Before, type Change, type Instant, type Participant, type Status, type Ticket, type WatcherRole } from './ticket.ts';
import { waitsNoMore, waitUntil } from './waiting.ts';
import { asStaff, isEmpty, written } from './written.ts';

/** What `command` of `by` at `at` changes, or why it may not. A command that asks for what is so already changes nothing. */
export function decide(ticket: Ticket, command: PlainCommand, by: Actor, at: Instant): Decision {
  if (ticket.mergedInto !== null && !ends(command)) return refusal('merged');
  const rights = rightsOn(ticket, by);
  switch (command.kind) {
    case 'reply':
      if (ticket.status === 'closed' || ticket.status === 'rejected') return refusal('closed');
      return rights.reply ? reply(ticket, command, by, at) : refusal('notAllowed');
    case 'comment':
      return rights.comment ? comment(ticket, command, by) : refusal('notAllowed');
    case 'saveDraft':
      return rights.comment ? changes() : refusal('notAllowed');
    case 'changeStatus':
      return rights.change ? changeStatus(ticket, command.to, at) : refusal('notAllowed');
    case 'changeOwner':
      return rights.change ? changeOwner(ticket, command.to) : refusal('notAllowed');
    case 'changePriority':
      return rights.change ? changePriority(ticket, command) : refusal('notAllowed');
    case 'changeDue':
      return rights.change ? changeDue(ticket, command.to) : refusal('notAllowed');
    case 'waitUntil':
      return rights.change ? engaged(ticket, waitUntil(ticket, command.until)) : refusal('notAllowed');
    case 'changeQueue':
      return rights.change ? changeQueue(ticket, command, by) : refusal('notAllowed');
    case 'changeLabels':
      return rights.change ? changeLabels(ticket, command) : refusal('notAllowed');
    case 'addWatcher':
      return rights.change ? addWatcher(ticket, command.person, command.role) : refusal('notAllowed');
    case 'removeWatcher':
      return removeWatcher(ticket, command, by);
    case 'shareHistory':
      return rights.change ? shareHistory(ticket, command.address) : refusal('notAllowed');
    case 'tryAgain':
      return rights.change ? tryAgain(ticket, command.address) : refusal('notAllowed');
    case 'vouch':
      return vouch(ticket, command.person, by);
    case 'unmute':
      return rights.change ? unmute(ticket, command.address, at) : refusal('notAllowed');
    case 'askSecret':
      return rights.change ? askSecret(ticket, command.for, by, at) : refusal('notAllowed');
    case 'giveSecret':
      return giveSecret(ticket, command, by, at);
    case 'seeSecret':
      return seeSecret(ticket, command.secret, by, at);
    case 'withdrawSecret':
      return rights.change ? withdrawSecret(ticket, command.secret, at) : refusal('notAllowed');
  }
}

/** What was asked for before the tickets were merged still comes to its end where it was asked. */
function ends(command: PlainCommand): boolean {
  return command.kind === 'giveSecret' || command.kind === 'seeSecret' || command.kind === 'withdrawSecret';
}

/**
 * What an answer changes beside being filed. An agent's: the ticket is open and started (L02), that was the last contact
 * (L03). A customer's: a waiting ticket is open again (L05); a new one stays new (L02).
 */
export function answering(ticket: Ticket, answer: { staff: boolean; at: Instant }): Change[] {
  if (!answer.staff) return ticket.status === 'waiting' ? setStatus(ticket, 'open') : [];
  return [
    ...(ticket.status === 'new' ? setStatus(ticket, 'open') : []),
    ...started(ticket, answer.at),
    { kind: 'fieldChanged', field: 'lastContactAt', from: ticket.lastContactAt, to: answer.at },
  ];
}

/** The first act of an agent on the ticket (A09). */
export function engaging(ticket: Ticket): Change[] {
  return ticket.engagedAt === null ? [{ kind: 'engaged' }] : [];
}

function reply(ticket: Ticket, command: Extract<PlainCommand, { kind: 'reply' }>, by: Actor, at: Instant): Decision {
  const staff = worksIn(ticket.queue, by);
  const article = staff ? asStaff(written(command, 'correspondence')) : { ...written(command, 'correspondence'), minutes: 0 };
  if (isEmpty(article)) return refusal('noText');
  const { except = [], once = [] } = command;
  if (!staff && except.length + once.length > 0) return refusal('notAllowed');
  if (once.some((person) => person.own)) return refusal('ownAddress');
  // An answer that leaves out the requester is no contact with them (L03).
  const answered = answering(ticket, { staff, at }).filter((change) => !(change.kind === 'fieldChanged' && change.field === 'lastContactAt' && leavesOutRequester(ticket, except)));
  return changes(
    ...(staff ? [...engaging(ticket), ...joining(ticket, by)] : speaking(ticket, by)),
    { kind: 'article', article, ...addressed(except, once) },
    ...answered,
    ...(staff ? [] : callingOf(ticket, { watchful: command.watchful ?? [], by: by.address })),
  );
}

function addressed(except: Address[], once: KnownPerson[]): { addressing?: Addressing } {
  if (except.length + once.length === 0) return {};
  return { addressing: { except, once: once.map(({ address, name }) => ({ address, name })) } };
}

function leavesOutRequester(ticket: Ticket, except: Address[]): boolean {
  return ticket.people.some((person) => person.role === 'requester' && except.includes(person.address));
}

function comment(ticket: Ticket, command: Extract<PlainCommand, { kind: 'comment' }>, by: Actor): Decision {
  const article = asStaff(written(command, 'comment'));
  if (isEmpty(article)) return refusal('noText');
  return changes(...engaging(ticket), ...joining(ticket, by), ...commentCalling(ticket, article, { by: by.address, colleagues: command.colleagues ?? [] }));
}

/** Rejecting takes a ticket out of sight as spam; only agents reopen (L07). */
function changeStatus(ticket: Ticket, to: Status, at: Instant): Decision {
  if (to === ticket.status) return changes();
  const ends = to === 'closed' || to === 'rejected';
  const closedAt = ends ? at : null;
  return changes(
    ...(to === 'rejected' ? [] : engaging(ticket)),
    ...setStatus(ticket, to),
    ...(to === 'open' ? started(ticket, at) : []),
    ...(closedAt === ticket.closedAt ? [] : [{ kind: 'fieldChanged', field: 'closedAt', from: ticket.closedAt, to: closedAt } as const]),
  );
}

/** The owner is always on the ticket, so that their letters carry a reply key. */
function changeOwner(ticket: Ticket, to: KnownPerson | null): Decision {
  if (to !== null && (!isStaff(to.role) || to.disabled)) return refusal('notStaff');
  if (to !== null && !worksIn(ticket.queue, to)) return refusal('notOfQueue');
  const owner = to?.address ?? null;
  if (owner === ticket.owner) return changes();
  return changes(
    ...engaging(ticket),
    ...(to === null ? [] : joining(ticket, to)),
    { kind: 'fieldChanged', field: 'owner', from: ticket.owner, to: owner },
  );
}

function changePriority(ticket: Ticket, to: { priority: number; finalPriority: number }): Decision {
  const list: Change[] = [];
  if (to.priority !== ticket.priority) list.push({ kind: 'fieldChanged', field: 'priority', from: ticket.priority, to: to.priority });
  if (to.finalPriority !== ticket.finalPriority) {
    list.push({ kind: 'fieldChanged', field: 'finalPriority', from: ticket.finalPriority, to: to.finalPriority });
  }
  return changes(...list);
}

function changeDue(ticket: Ticket, to: Instant): Decision {
  return to === ticket.dueAt ? changes() : changes(...engaging(ticket), { kind: 'fieldChanged', field: 'dueAt', from: ticket.dueAt, to });
}

/** Dates and priorities stay as they are: whoever waits has been promised them. */
function changeQueue(ticket: Ticket, { to, watchful = [] }: Extract<PlainCommand, { kind: 'changeQueue' }>, by: Actor): Decision {
  if (to === ticket.queue) return changes();
  return changes(...engaging(ticket), { kind: 'fieldChanged', field: 'queue', from: ticket.queue, to }, ...callingTo(ticket, { queue: to, watchful, by: by.address }));
}

/** An agent adds somebody, or gives them another role (they join again with it). A new requester takes the place of the old one, who stays in Cc (P06). */
function addWatcher(ticket: Ticket, person: KnownPerson, role: WatcherRole): Decision {
  if (person.own) return refusal('ownAddress');
  if (role === 'agent' && !isStaff(person.role)) return refusal('notStaff');
  if (role === 'agent' && !worksIn(ticket.queue, person)) return refusal('notOfQueue');
  const there = ticket.people.find((one) => one.address === person.address && isLive(one));
  if (there?.role === role && there.state !== 'proposed') return refusal('alreadyOnTicket');

  const { address, name, language } = person;
  const before = role === 'requester' ? ticket.people.find((one) => one.role === 'requester' && isLive(one)) : undefined;
  return changes(
    ...engaging(ticket),
    ...(before === undefined || before === there ? [] : stepBack(before)),
    { kind: 'joined', person: { address, name, language, role, state: there?.state === 'verified' ? 'verified' : 'invited', fromArticle: 1 }, via: 'portal', before: there === undefined ? null : wasHere(there) },
  );
}

/** Agents remove whom they like, everybody themselves, the requester whom they brought (SJ25); others learn not even who is there. */
function removeWatcher(ticket: Ticket, whom: { address: Address; role: WatcherRole }, by: Actor): Decision {
  const there = ticket.people.find((one) => one.address === whom.address && one.role === whom.role && isLive(one));
  if (there === undefined) return refusal(isStaff(by.role) || whom.address === by.address ? 'notOnTicket' : 'notAllowed');
  if (there.role === 'requester') return refusal(isStaff(by.role) || whom.address === by.address ? 'lastRequester' : 'notAllowed');
  return mayRemove(ticket, by, there) ? changes({ kind: 'left', address: there.address, role: there.role, before: wasHere(there) }) : refusal('notAllowed');
}

function shareHistory(ticket: Ticket, address: Address): Decision {
  const there = participant(ticket, address);
  if (there === null) return refusal('notOnTicket');
  return there.fromArticle === 1 ? changes() : changes(...engaging(ticket), { kind: 'historyShared', address });
}

function tryAgain(ticket: Ticket, address: Address): Decision {
  const there = participant(ticket, address);
  if (there === null) return refusal('notOnTicket');
  return there.bounced === null || there.bounced === 'erased' ? changes() : changes({ kind: 'triedAgain', address });
}

function unmute(ticket: Ticket, address: Address, at: Instant): Decision {
  const there = participant(ticket, address);
  if (there === null) return refusal('notOnTicket');
  return !isMuted(there, at) ? changes() : changes({ kind: 'unmuted', address });
}

function engaged(ticket: Ticket, decision: Decision): Decision {
  return decision.kind === 'refusal' ? decision : changes(...engaging(ticket), ...decision.changes);
}

function askSecret(ticket: Ticket, label: string, by: Actor, at: Instant): Decision {
  const asked = askForSecret(ticket, label, at);
  return asked.kind === 'refusal' ? asked : changes(...engaging(ticket), ...joining(ticket, by), ...asked.changes);
}

function stepBack(requester: Ticket['people'][number]): Change[] {
  const { address, name, language, state, fromArticle } = requester;
  if (state === 'removed') return [];
  return [{ kind: 'joined', person: { address, name, language, role: 'cc', state, fromArticle }, via: 'portal', before: wasHere(requester) }];
}

function wasHere({ role, state, fromArticle }: Participant): Before {
  return { role, state, fromArticle };
}

function joining(ticket: Ticket, agent: Actor | KnownPerson): Change[] {
  return agentJoins(ticket, agent).map((person) => ({ kind: 'joined', person, via: 'portal' }));
}

/** Whoever signs in with a mailed link and writes has proven their address. Somebody of the requester's organisation joins in Cc by writing. */
function speaking(ticket: Ticket, { address, name, language }: Actor): Change[] {
  const there = participant(ticket, address);
  if (there === null) return [{ kind: 'joined', person: { address, name, language, role: 'cc', state: 'verified', fromArticle: 1 }, via: 'portal' }];
  return there.state === 'verified' ? [] : [{ kind: 'proven', address }];
}

function setStatus(ticket: Ticket, to: Status): Change[] {
  return [{ kind: 'fieldChanged', field: 'status', from: ticket.status, to }, ...waitsNoMore(ticket)];
}

function started(ticket: Ticket, at: Instant): Change[] {
  return ticket.startedAt === null ? [{ kind: 'fieldChanged', field: 'startedAt', from: null, to: at }] : [];
}
