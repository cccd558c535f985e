/** How a ticket begins. */

import { isRoleAddress } from './address.ts';
import type { Opening } from './commands.ts';
import { broughtIn, joiners, leftOut, withinLimits } from './participants.ts';
import { worksIn } from './reach.ts';
import { dueAt, startsAt } from './service-level.ts';
import { isStaff, type Address, type Change, type Instant, type NewParticipant, type Ticket } from './ticket.ts';

/** The new ticket as it stands before anything happened on it. Starts and due follow the queue's calendar (L01). */
export function newTicket(opening: Opening, at: Instant): Omit<Ticket, 'people' | 'secrets' | 'minutesSpent'> {
  const { queue } = opening;
  const starts = startsAt(at, queue.calendar);
  return {
    number: opening.number,
    version: 0,
    subject: opening.subject,
    queue: queue.id,
    status: 'new',
    owner: null,
    priority: queue.priority,
    finalPriority: queue.finalPriority,
    createdAt: at,
    startsAt: starts,
    startedAt: null,
    lastContactAt: null,
    dueAt: dueAt(starts, queue.dueDays, queue.calendar),
    closedAt: null,
    waitingUntil: null,
    updatedAt: at,
    updatedBy: opening.requester.address,
    // An agent who writes a ticket in the portal acts by doing so; its Cc need not wait (A09).
    engagedAt: worksIn(queue.id, opening.requester) && opening.article.channel === 'portal' ? at : null,
    authenticated: opening.authenticated,
    articleCount: 0,
    labels: [],
    mergedInto: null,
  };
}

/**
 * Whether the request is acknowledged (A10): to proven senders alone, never to a machine, to an address that no person reads, or
 * to one who asked for silence (A12).
 */
export function isAcknowledged({ authenticated, silent, article, requester }: Pick<Opening, 'authenticated' | 'silent' | 'article' | 'requester'>): boolean {
  return authenticated && !silent && !article.automatic && !isRoleAddress(requester.address);
}

/** Whom the opening would bring along into Cc: an agent may, whoever else opens it only as many as the limits of a day have room for (SJ20). */
export function invitedBy(opening: Opening): Address[] {
  if (isStaff(opening.requester.role)) return [];
  return broughtIn(openingChanges(opening).flatMap((change) => (change.kind === 'joined' ? [change.person] : [])));
}

/**
 * What happens first: the ticket opens, its requester and the people named in Cc join (S2, A08), the request is filed.
 */
export function openingChanges(opening: Opening): Change[] {
  const { requester, article, authenticated } = opening;
  const first: NewParticipant = {
    address: requester.address,
    name: requester.name,
    language: requester.language,
    role: 'requester',
    state: authenticated ? 'verified' : 'proposed',
    fromArticle: 1,
  };
  const named = article.automatic ? [] : opening.named;
  const onto = { people: [first], queue: opening.queue.id, vouched: authenticated, fromArticle: 1 };
  const others = joiners(withinLimits(named, opening.invitable), onto);
  const tell = opening.watchfulStaff.filter((address) => address !== requester.address);

  return [
    { kind: 'opened', channel: article.channel, acknowledge: isAcknowledged(opening), tell },
    ...[first, ...others].map((person): Change => ({ kind: 'joined', person, via: article.channel })),
    ...leftOut(named, onto, others),
    { kind: 'article', article },
    ...(opening.mentions === null ? [] : [{ kind: 'mentions', number: opening.mentions } as const]),
  ];
}
