/** A ticket that somebody writes in the portal. */

import { knowPeople } from '../directory/known-people.ts';
import { roomFor } from '../directory/invitations.ts';
import { claimNumber } from '../directory/numbers.ts';
import { rememberPeople, staffWanting } from '../directory/people.ts';
import { readQueues } from '../directory/queues.ts';
import type { KnownPerson, Opening } from '../rules/commands.ts';
import { invitedBy } from '../rules/opening.ts';
import { addressesOf, firstQueue } from '../rules/queues.ts';
import { worksIn } from '../rules/reach.ts';
import { isStaff, type Actor, type Address, type Instant, type NewArticle } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { keepFiles } from './keep-files.ts';
import { linkTickets } from './link-tickets.ts';
import { ticketOf } from './tickets.ts';

/** `of`: the customer for whom an agent writes, who then is its requester; `follows`: the ticket that it follows up. */
export type Written = { subject: string; text: string; cc: Address[]; files: File[]; requester: Actor; of: Address | null; follows: number | null };

/** Opens the ticket and returns its number. Whoever is signed in is authenticated. */
export async function openFromPortal(env: Env, settings: Settings, written: Written, at: Instant): Promise<number> {
  const { requester, subject, text } = written;
  const claim = `portal/${crypto.randomUUID()}`;
  const [number, queues, watchful, attachments] = await Promise.all([
    claimNumber(env.DB, claim, settings.firstTicketNumber),
    readQueues(env.DB, settings, at),
    staffWanting(env.DB, 'new'),
    keepFiles(env, written.files),
  ]);
  const cc = [...(written.of === null ? [] : [written.of]), ...written.cc].map((address) => ({ address, name: '' }));
  const named = await knowPeople(env.DB, cc, { language: requester.language, ownAddresses: addressesOf(queues) });
  await rememberPeople(env.DB, named.filter((person) => !person.own), at);

  const article: NewArticle = { kind: 'correspondence', channel: 'portal', text, html: null, look: 'plain', attachments, invitation: null, intake: null, minutes: 0, messageId: null, answers: [], forwarded: false, automatic: null, sameMessageId: false };
  const queue = firstQueue(queues);
  const watchfulStaff = watchful.filter((one) => worksIn(queue.id, one)).map(({ address }) => address);
  const opening: Opening = { number, queue, subject, article, requester, named, invitable: null, watchfulStaff, authenticated: true, silent: false, mentions: null };
  const people = invitedBy(opening);
  const invitable = people.length === 0 ? null : await roomFor(env.DB, { by: requester.address, people, claim }, at);
  await ticketOf(env, number).open({ ...opening, invitable }, claim, at);
  const customer = named.find((person) => person.address === written.of);
  if (customer !== undefined) await handTo(env, number, { customer, by: requester }, at);
  // The desk links it, because customers link nothing themselves.
  if (written.follows !== null) await linkTickets(env, { from: number, relation: 'follows', to: written.follows, by: isStaff(requester.role) ? requester : null }, at);
  return number;
}

/** The customer, who got what was written as somebody in Cc, takes the agent's place; the agent stays as an agent. */
async function handTo(env: Env, number: number, { customer, by }: { customer: KnownPerson; by: Actor }, at: Instant): Promise<void> {
  await ticketOf(env, number).act({ kind: 'addWatcher', person: customer, role: 'requester' }, by, at);
  await ticketOf(env, number).act({ kind: 'addWatcher', person: { ...by, own: false, disabled: false }, role: 'agent' }, by, at);
}
