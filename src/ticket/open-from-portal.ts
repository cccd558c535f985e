/** A ticket that somebody writes in the portal. */

import { knowPeople } from '../directory/known-people.ts';
import { roomFor } from '../directory/invitations.ts';
import { claimNumber } from '../directory/numbers.ts';
import { rememberPeople, staffWantingNewTickets } from '../directory/people.ts';
import { readQueues } from '../directory/queues.ts';
import type { Opening } from '../rules/commands.ts';
import { invitedBy } from '../rules/opening.ts';
import { addressesOf, firstQueue } from '../rules/queues.ts';
import { worksIn } from '../rules/reach.ts';
import type { Actor, Address, Instant, NewArticle } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { keepFiles } from './keep-files.ts';
import { ticketOf } from './tickets.ts';

export type Written = { subject: string; text: string; cc: Address[]; files: File[]; requester: Actor };

/** Opens the ticket and returns its number. Whoever is signed in is authenticated. */
export async function openFromPortal(env: Env, settings: Settings, written: Written, at: Instant): Promise<number> {
  const { requester, subject, text } = written;
  const claim = `portal/${crypto.randomUUID()}`;
  const [number, queues, watchful, attachments] = await Promise.all([
    claimNumber(env.DB, claim, settings.firstTicketNumber),
    readQueues(env.DB, settings, at),
    staffWantingNewTickets(env.DB),
    keepFiles(env, written.files),
  ]);
  const cc = written.cc.map((address) => ({ address, name: '' }));
  const named = await knowPeople(env.DB, cc, { language: requester.language, ownAddresses: addressesOf(queues) });
  await rememberPeople(env.DB, named.filter((person) => !person.own), at);

  const article: NewArticle = { kind: 'correspondence', channel: 'portal', text, html: null, look: 'plain', attachments, invitation: null, intake: null, messageId: null, answers: [], forwarded: false, automatic: null, sameMessageId: false };
  const queue = firstQueue(queues);
  const watchfulStaff = watchful.filter((one) => worksIn(queue.id, one)).map(({ address }) => address);
  const opening: Opening = { number, queue, subject, article, requester, named, invitable: null, watchfulStaff, authenticated: true, silent: false, mentions: null };
  const people = invitedBy(opening);
  const invitable = people.length === 0 ? null : await roomFor(env.DB, { by: requester.address, people, claim }, at);
  await ticketOf(env, number).open({ ...opening, invitable }, claim, at);
  return number;
}
