/** Tickets, people and mails with defaults, so that a test names only what it is about. */

import type { Arrival, KnownPerson, Opening } from '../../src/rules/commands.ts';
import { parseAddress } from '../../src/rules/address.ts';
import type { Calendar, Queue } from '../../src/rules/queues.ts';
import type { Reach } from '../../src/rules/reach.ts';
import type { Actor, Address, Article, NewArticle, Participant, Ticket } from '../../src/rules/ticket.ts';

/** Tue 24 Nov 2026 10:00 in Berlin. */
export const now = Date.UTC(2026, 10, 24, 9, 0, 0);

export function address(text: string): Address {
  const parsed = parseAddress(text);
  if (parsed === null) throw new Error(`Not an address: ${text}`);
  return parsed;
}

const weekday = { fromMinute: 8 * 60, toMinute: 17 * 60 };
export const calendar: Calendar = { zone: 'Europe/Berlin', hours: [weekday, weekday, weekday, weekday, weekday, null, null], holidays: [] };

export function aQueue(with_: Partial<Queue> = {}): Queue {
  return {
    id: 1,
    name: 'Support',
    address: address('support@dtnet.de'),
    aliases: [],
    tag: 'dtnet.de',
    formerTags: [],
    retired: false,
    calendar,
    dueDays: 3,
    closedReply: 'refuse',
    reopenDays: 14,
    priority: 5,
    finalPriority: 50,
    signatureDe: '',
    signatureEn: '',
    ...with_,
  };
}

let pids = 0;
export function aParticipant(who: string, with_: Partial<Participant> = {}): Participant {
  pids += 1;
  const secret = `secret${String(pids).padStart(10, 'a')}`.replaceAll(/[0189]/g, 'b');
  return { pid: pids, address: address(who), name: '', role: 'cc', state: 'verified', language: 'de', secret, fromArticle: 1, bounced: null, mutedUntil: null, broughtBy: null, ...with_ };
}

export const customer = () => aParticipant('max@kunde.example', { name: 'Max Muster', role: 'requester' });
export const agent = () => aParticipant('anna@dtnet.de', { name: 'Anna Agentin', role: 'agent' });

export function aTicket(with_: Partial<Ticket> = {}): Ticket {
  return {
    number: 427637,
    version: 3,
    subject: 'Drucker druckt nicht',
    queue: 1,
    status: 'open',
    owner: null,
    priority: 5,
    finalPriority: 50,
    createdAt: now,
    startsAt: now,
    startedAt: now,
    lastContactAt: null,
    dueAt: now + 3 * 86_400_000,
    closedAt: null,
    waitingUntil: null,
    updatedAt: now,
    updatedBy: null,
    engagedAt: now,
    authenticated: true,
    articleCount: 1,
    minutesSpent: 0,
    labels: [],
    mergedInto: null,
    people: [customer()],
    secrets: [],
    ...with_,
  };
}

/** Every queue, and nothing of organisations. */
export const everywhere: Reach = { queues: null, domains: [] };

export function anActor(who: string, with_: Partial<Actor> = {}): Actor {
  return { address: address(who), name: '', role: 'requester', language: 'de', reach: everywhere, ...with_ };
}

export const annaTheAgent = () => anActor('anna@dtnet.de', { name: 'Anna Agentin', role: 'agent' });
export const maxTheCustomer = () => anActor('max@kunde.example', { name: 'Max Muster' });

export function aKnownPerson(who: string, with_: Partial<KnownPerson> = {}): KnownPerson {
  return { ...anActor(who), own: false, disabled: false, ...with_ };
}

export function aNewArticle(with_: Partial<NewArticle> = {}): NewArticle {
  return {
    kind: 'correspondence',
    channel: 'mail',
    text: 'Der Drucker druckt nicht.',
    html: null,
    look: 'plain',
    attachments: [],
    invitation: null,
    intake: 'a'.repeat(64),
    minutes: 0,
    messageId: '<one@kunde.example>',
    answers: [],
    forwarded: false,
    automatic: null,
    sameMessageId: false,
    ...with_,
  };
}

export function anArticle(with_: Partial<Article> = {}): Article {
  return { ...aNewArticle(), id: 1, at: now, by: maxTheCustomer(), path: [], redacted: false, state: 'said', ...with_ };
}

export function anArrival(with_: Partial<Arrival> = {}): Arrival {
  return {
    sender: maxTheCustomer(),
    verdict: 'pass',
    key: null,
    references: [],
    tagged: true,
    only: null,
    article: aNewArticle(),
    news: [],
    named: [],
    watchful: [],
    colleagues: [],
    queues: [aQueue()],
    admittedBy: null,
    invitable: null,
    asking: false,
    confirmed: false,
    proof: null,
    ...with_,
  };
}

export function anOpening(with_: Partial<Opening> = {}): Opening {
  return {
    number: 427637,
    queue: aQueue(),
    subject: 'Drucker druckt nicht',
    article: aNewArticle(),
    requester: maxTheCustomer(),
    named: [],
    invitable: null,
    watchfulStaff: [],
    authenticated: true,
    silent: false,
    mentions: null,
    ...with_,
  };
}

/** How a session begins after a password alone, in a browser that is new or comes with a session. */
export function beginning(before?: string) {
  return { before, strong: false, browser: '', network: '' };
}
