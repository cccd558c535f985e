/** What becomes of a mail that names a ticket. */

import { participant } from './access.ts';
import { admit, type Answered } from './admission.ts';
import type { Arrival, ArrivalOutcome } from './commands.ts';
import { answering, engaging } from './lifecycle.ts';
import { agentJoins, joiners } from './participants.ts';
import { isStaff, type Change, type Instant, type Participant, type Ticket } from './ticket.ts';

export type Received = { outcome: ArrivalOutcome; changes: Change[] };

const DAY_MS = 86_400_000;
/** A ticket whose queue is not known (S16). */
const REFUSES = { closedReply: 'refuse', reopenDays: 0 } as const;

/**
 * Decides by admission (section A), then by the ticket's life: a closed ticket refuses, follows up or reopens as its queue
 * says (L06); a rejected one keeps the mail at the door; machine mail is only noted (A11).
 */
export function receive(ticket: Ticket, arrival: Arrival, answered: Answered, at: Instant): Received {
  if (arrival.admittedBy !== null) return filed(ticket, admitted(ticket, arrival, at));
  const admission = admit(ticket, arrival, answered);
  switch (admission.kind) {
    case 'stranger':
      return nothing({ kind: 'stranger' });
    case 'machine':
      return nothing({ kind: 'machine' });
    case 'door':
      return nothing({ kind: 'door', reason: admission.reason });
    case 'note':
      return { outcome: { kind: 'noted', article: ticket.articleCount + 1 }, changes: [{ kind: 'article', article: arrival.article }] };
    case 'admitted':
      return speak(ticket, arrival, admission.as, at);
  }
}

function speak(ticket: Ticket, arrival: Arrival, person: Participant, at: Instant): Received {
  if (ticket.status === 'rejected') return nothing({ kind: 'door', reason: 'ticketRejected' });
  if (ticket.status === 'closed') return speakOnClosed(ticket, arrival, person, at);
  return filed(ticket, contribution(ticket, arrival, person, at));
}

function speakOnClosed(ticket: Ticket, arrival: Arrival, person: Participant, at: Instant): Received {
  const { closedReply, reopenDays } = arrival.queues.find((queue) => queue.id === ticket.queue) ?? REFUSES;
  const recently = ticket.closedAt !== null && at - ticket.closedAt <= reopenDays * DAY_MS;
  const staff = isStaff(arrival.sender.role);
  if (closedReply === 'follow-up' && !staff) return nothing({ kind: 'followUp' });
  if (closedReply === 'reopen' && recently) {
    const reopened: Change[] = [
      { kind: 'fieldChanged', field: 'status', from: 'closed', to: 'open' },
      { kind: 'fieldChanged', field: 'closedAt', from: ticket.closedAt, to: null },
    ];
    return filed(ticket, [...reopened, ...contribution({ ...ticket, status: 'open' }, arrival, person, at)]);
  }
  const intake = arrival.article.intake ?? '';
  return { outcome: { kind: 'refused', reason: 'closed' }, changes: [{ kind: 'refusedReply', address: person.address, intake }] };
}

/** What a person's mail adds: proof of their address, whom they brought along, their words, and what those change. */
function contribution(ticket: Ticket, arrival: Arrival, person: Participant, at: Instant): Change[] {
  const { sender, article } = arrival;
  const staff = isStaff(sender.role);
  const fromArticle = ticket.articleCount + 1;
  const joining = joiners(arrival.named, { people: ticket.people, vouched: true, fromArticle });
  return [
    ...proof(ticket, person),
    ...(staff ? engaging(ticket) : []),
    ...(staff ? agentJoins(ticket, sender) : []).concat(joining).map((who): Change => ({ kind: 'joined', person: who, via: 'mail' })),
    { kind: 'article', article },
    ...answering(ticket, { staff, at }),
  ];
}

/** A mail that an agent let in from the door: its sender joins in Cc, and the ticket stays as closed as it is. */
function admitted(ticket: Ticket, arrival: Arrival, at: Instant): Change[] {
  const { sender, article } = arrival;
  const newcomer = { ...sender, own: false, disabled: false };
  const joining = participant(ticket, sender.address) === null ? joiners([newcomer], { people: ticket.people, vouched: true, fromArticle: ticket.articleCount + 1 }) : [];
  return [
    ...engaging(ticket),
    ...joining.map((person): Change => ({ kind: 'joined', person, via: 'mail' })),
    { kind: 'article', article },
    ...(ticket.status === 'waiting' ? answering(ticket, { staff: false, at }) : []),
  ];
}

/** A requester who proves their address vouches for those they had named (SJ22). */
function proof(ticket: Ticket, person: Participant): Change[] {
  if (person.state === 'verified') return [];
  const proposed = person.role === 'requester' ? ticket.people.filter((one) => one.state === 'proposed' && one !== person) : [];
  return [
    { kind: 'proven', address: person.address },
    ...proposed.map(({ address }): Change => ({ kind: 'accepted', address })),
  ];
}

function filed(ticket: Ticket, changes: Change[]): Received {
  return { outcome: { kind: 'filed', article: ticket.articleCount + 1 }, changes };
}

function nothing(outcome: ArrivalOutcome): Received {
  return { outcome, changes: [] };
}
