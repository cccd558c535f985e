/** What becomes of a mail that names a ticket. */

import { participant } from './access.ts';
import { admit, answersComment, proofOf, type Answered } from './admission.ts';
import { callingOf } from './calling.ts';
import type { Arrival, ArrivalOutcome, DoorReason } from './commands.ts';
import { asComment, isMarkedComment } from './comment-mark.ts';
import { commentCalling } from './commenting.ts';
import { whomToAsk } from './confirming.ts';
import { hear, type Heard, type SentLetter } from './delivery.ts';
import { answering, engaging } from './lifecycle.ts';
import { agentJoins, broughtIn, joiners, leftOut, withinLimits } from './participants.ts';
import { worksIn } from './reach.ts';
import { isMuted, muting, robotLike, sinceMuted, type Recent } from './robots.ts';
import { isStaff, type Change, type Instant, type Participant, type Ticket } from './ticket.ts';
import { unseenBy, type Newer } from './unseen.ts';

/** `states`: see Heard. */
export type Received = { outcome: ArrivalOutcome; changes: Change[]; states: Heard['states'] };

/** What the ticket knows about an arrival: of its references, of its sender's mails, and its own letters, newest first. */
export type Known = Answered & { recent: Recent[]; letters: SentLetter[]; told: Told | null };

/** Up to which article the letter that an agent's mail answers told the conversation, and what came after it (L08). */
export type Told = { seen: number; newer: Newer[] };

const DAY_MS = 86_400_000;
/** A ticket whose queue is not known (S16). */
const REFUSES = { closedReply: 'refuse', reopenDays: 0 } as const;

/**
 * Decides by admission (section A), unless the ticket became part of another; then by the ticket's life: a closed ticket refuses, follows up or reopens as its queue
 * says (L06); a rejected one keeps the mail at the door; machine mail is only noted (A11), and what it reports of our letters recorded (A14).
 */
export function receive(ticket: Ticket, arrival: Arrival, known: Known, at: Instant): Received {
  if (ticket.mergedInto !== null) return passedOn(ticket, { into: ticket.mergedInto, arrival, known });
  if (arrival.admittedBy !== null) return filed(ticket, isComment(arrival, known) ? commenting(ticket, arrival) : admitted(ticket, arrival, at));
  const admission = admit(ticket, arrival, known);
  switch (admission.kind) {
    case 'stranger':
      return nothing({ kind: 'stranger' });
    case 'machine':
      return nothing({ kind: 'machine' });
    case 'door':
      return waiting(ticket, arrival, { reason: admission.reason, known }, at);
    case 'note':
      return note(ticket, arrival, known);
    case 'admitted':
      return admission.as !== null && isMuted(admission.as, at) ? nothing(door('muted')) : unlessBrings(arrival, speak(ticket, arrival, { person: admission.as, proves: admission.proves, known }, at));
  }
}

/** Whoever is no agent brings along only as many as the limits of a day have room for (SJ20): these are asked first. */
function unlessBrings({ sender, invitable }: Arrival, received: Received): Received {
  const joining = received.changes.flatMap((change) => (change.kind === 'joined' ? [change.person] : []));
  const people = isStaff(sender.role) || invitable !== null ? [] : broughtIn(joining);
  return people.length === 0 ? received : nothing({ kind: 'brings', people });
}

/** A merged ticket's mail is the survivor's, with what is known of it here (T13). Its letters stay here, and so does what is reported of them. */
function passedOn(ticket: Ticket, { into, arrival, known }: { into: number; arrival: Arrival; known: Known }): Received {
  const heard = arrival.news.map((news) => hear(ticket, known.letters, news));
  return {
    outcome: { kind: 'merged', into, proof: proofOf(ticket, arrival, known) },
    changes: heard.flatMap(({ changes }) => changes),
    states: heard.flatMap(({ states }) => states),
  };
}

/** The mail waits; where there is room for a letter, somebody is asked about it. */
function waiting(ticket: Ticket, arrival: Arrival, { reason, known }: { reason: DoorReason; known: Known }, at: Instant): Received {
  const asks = whomToAsk(ticket, arrival, known, at);
  if (asks === null) return nothing(door(reason));
  const outcome: ArrivalOutcome = { kind: 'door', reason, asks };
  if (!arrival.asking) return nothing(outcome);
  const question: Change = { kind: 'asked', address: asks, about: arrival.sender.address, intake: arrival.article.intake ?? '' };
  return { ...nothing(outcome), changes: [question] };
}

/** A folded note for agents. A letter that it reports on has its own line. */
function note(ticket: Ticket, arrival: Arrival, { letters }: Known): Received {
  const heard = arrival.news.map((news) => hear(ticket, letters, news));
  return {
    outcome: { kind: 'noted', article: ticket.articleCount + 1 },
    changes: [{ kind: 'article', article: arrival.article }, ...heard.flatMap(({ changes }) => changes)],
    states: heard.flatMap(({ states }) => states),
  };
}

/** As in Admission. */
type Speaker = { person: Participant | null; proves: boolean };

function speak(ticket: Ticket, arrival: Arrival, speaker: Speaker & { known: Known }, at: Instant): Received {
  const { person, known } = speaker;
  const why = person === null ? null : robotLike(arrival.article.text, sinceMuted(person, known.recent), at);
  if (person !== null && why !== null) return { ...nothing(door('muted')), changes: [muting(person, why, at)] };
  if (isComment(arrival, known)) return worksIn(ticket.queue, arrival.sender) ? filed(ticket, commenting(ticket, arrival)) : nothing(door('agentWithoutKey'));
  if (ticket.status === 'rejected') return nothing(door('ticketRejected'));
  if (ticket.status === 'closed') return speakOnClosed(ticket, arrival, speaker, at);
  return held(ticket, arrival, known.told) ?? filed(ticket, contribution(ticket, arrival, speaker, at));
}

/** An agent says so in its first line, or it answers one. An agent of other queues does not write one here, but nothing they meant for agents goes further (P08). */
function isComment(arrival: Arrival, known: Known): boolean {
  return answersComment(arrival, known) || (isStaff(arrival.sender.role) && isMarkedComment(arrival.article.text));
}

/** As in the portal: a comment changes nothing else, and brings along those alone whom it calls by name (P08). */
function commenting(ticket: Ticket, { sender, article, colleagues }: Arrival): Change[] {
  const staff = worksIn(ticket.queue, sender);
  const joining = staff ? agentJoins(ticket, sender).map((person): Change => ({ kind: 'joined', person, via: 'mail' })) : [];
  return [...engaging(ticket), ...joining, ...commentCalling(ticket, asComment(article), { by: sender.address, colleagues: staff ? colleagues : [] })];
}

/** An agent's mail that would answer past something waits at the door, and the agent is shown what it is (L08). */
function held(ticket: Ticket, { sender, article }: Arrival, told: Told | null): Received | null {
  if (told === null || !worksIn(ticket.queue, sender) || unseenBy(sender, ticket, told.newer).length === 0) return null;
  const { address } = sender;
  return { ...nothing(door('unseen')), changes: [{ kind: 'heldReply', address, intake: article.intake ?? '', seen: told.seen }] };
}

function speakOnClosed(ticket: Ticket, arrival: Arrival, speaker: Speaker, at: Instant): Received {
  const { closedReply, reopenDays } = arrival.queues.find((queue) => queue.id === ticket.queue) ?? REFUSES;
  const recently = ticket.closedAt !== null && at - ticket.closedAt <= reopenDays * DAY_MS;
  const staff = worksIn(ticket.queue, arrival.sender);
  if (closedReply === 'follow-up' && !staff) return nothing({ kind: 'followUp' });
  if (closedReply === 'reopen' && recently) {
    const reopened: Change[] = [
      { kind: 'fieldChanged', field: 'status', from: 'closed', to: 'open' },
      { kind: 'fieldChanged', field: 'closedAt', from: ticket.closedAt, to: null },
    ];
    return filed(ticket, [...reopened, ...contribution({ ...ticket, status: 'open' }, arrival, speaker, at)]);
  }
  const intake = arrival.article.intake ?? '';
  return { ...nothing({ kind: 'refused', reason: 'closed' }), changes: [{ kind: 'refusedReply', address: arrival.sender.address, intake }] };
}

/** What a person's mail adds: proof of their address, whom they brought along, their words, and what those change. */
function contribution(ticket: Ticket, arrival: Arrival, { person, proves }: Speaker, at: Instant): Change[] {
  const { sender, article } = arrival;
  const staff = worksIn(ticket.queue, sender);
  const fromArticle = ticket.articleCount + 1;
  const onto = { people: ticket.people, queue: ticket.queue, vouched: true, fromArticle };
  const joining = joiners(withinLimits(arrival.named, arrival.invitable), onto);
  return [
    ...(proves && person !== null ? proof(ticket, person) : []),
    // Whoever writes can be written to, whatever a server once said.
    ...(person === null || person.bounced === null ? [] : [{ kind: 'triedAgain', address: person.address } as const]),
    ...(staff ? engaging(ticket) : []),
    ...(staff ? agentJoins(ticket, sender) : []).concat(joining).map((who): Change => ({ kind: 'joined', person: who, via: 'mail' })),
    ...leftOut(arrival.named, onto, joining),
    { kind: 'article', article },
    ...answering(ticket, { staff, at }),
    ...(staff ? [] : callingOf(ticket, { watchful: arrival.watchful, by: sender.address })),
  ];
}

/** A mail that an agent let in from the door: its sender joins, and the ticket stays as closed as it is. An agent's is an agent's answer. */
function admitted(ticket: Ticket, arrival: Arrival, at: Instant): Change[] {
  const { sender, article } = arrival;
  const staff = worksIn(ticket.queue, sender) && participant(ticket, sender.address) !== null;
  const newcomer = { ...sender, own: false, disabled: false };
  const joining = participant(ticket, sender.address) === null ? joiners([newcomer], { people: ticket.people, queue: ticket.queue, vouched: true, fromArticle: ticket.articleCount + 1 }) : [];
  return [
    ...engaging(ticket),
    ...joining.map((person): Change => ({ kind: 'joined', person, via: 'mail' })),
    { kind: 'article', article },
    ...(staff || ticket.status === 'waiting' ? answering(ticket, { staff, at }) : []),
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
  return { outcome: { kind: 'filed', article: ticket.articleCount + 1 }, changes, states: [] };
}

function door(reason: DoorReason): ArrivalOutcome {
  return { kind: 'door', reason };
}

function nothing(outcome: ArrivalOutcome): Received {
  return { outcome, changes: [], states: [] };
}
