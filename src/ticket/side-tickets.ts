/** Tickets that come out of a text of another: split off it, or forwarded from it to somebody outside. */

import { knowPeople } from '../directory/known-people.ts';
import { claimNumber } from '../directory/numbers.ts';
import { rememberPeople } from '../directory/people.ts';
import { queueWithId, readQueues } from '../directory/queues.ts';
import type { KnownPerson, Opening } from '../rules/commands.ts';
import { addressesOf } from '../rules/queues.ts';
import type { Actor, Address, Article, Attachment, Instant, NewArticle, Person } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { linkTickets } from './link-tickets.ts';
import { ticketOf } from './tickets.ts';

/** The ticket and the text of it that this is about, and the agent who does it. */
export type Origin = { number: number; article: Article; queue: number; authenticated: boolean; by: Actor };

/**
 * A ticket of its own for what somebody outside wrote: the text, its files and its writer as requester. The text stays where it
 * was said. Doing it again leads to the same ticket.
 */
export async function splitOff(env: Env, settings: Settings, { origin, subject }: { origin: Origin; subject: string }, at: Instant): Promise<number> {
  const { article, authenticated } = origin;
  const [requester] = await known(env, settings, [article.by], at);
  if (requester === undefined) throw new Error('A text has a writer');
  const text = { ...copyOf(article), html: article.html, look: article.look, channel: article.channel, intake: article.redacted ? null : article.intake };
  return openBeside(env, settings, { origin, claim: `split/${origin.number}/${article.id}`, relation: 'splitFrom', opening: { subject, article: text, requester, named: [], authenticated, silent: false } }, at);
}

/** What is sent to people outside. `text` says all that they are to read. */
export type Forwarding = { to: Address[]; subject: string; text: string; files: Attachment[]; claim: string };

/**
 * Sends a text and its files to people outside, on a ticket of its own that waits for their answer. So they see nothing else of
 * the ticket, and its requester nothing of what they say.
 */
export async function forward(env: Env, settings: Settings, { origin, forwarding }: { origin: Origin; forwarding: Forwarding }, at: Instant): Promise<number> {
  const { by, article } = origin;
  const { to, subject, text, files, claim } = forwarding;
  const named = await known(env, settings, to.map((address) => ({ address, name: '' })), at);
  const said = { ...copyOf(article), text, attachments: files };
  const number = await openBeside(env, settings, { origin, claim: `forward/${claim}`, relation: 'consultedFor', opening: { subject, article: said, requester: by, named, authenticated: true, silent: true } }, at);
  await ticketOf(env, number).act({ kind: 'changeOwner', to: { ...by, own: false, disabled: false } }, by, at);
  await ticketOf(env, number).act({ kind: 'changeStatus', to: 'waiting' }, by, at);
  return number;
}

/** What the other ticket begins with. */
type Beside = { origin: Origin; claim: string; relation: 'splitFrom' | 'consultedFor'; opening: Pick<Opening, 'subject' | 'article' | 'requester' | 'named' | 'authenticated' | 'silent'> };

async function openBeside(env: Env, settings: Settings, { origin, claim, relation, opening }: Beside, at: Instant): Promise<number> {
  const [number, queues] = await Promise.all([claimNumber(env.DB, claim, settings.firstTicketNumber), readQueues(env.DB, settings, at)]);
  await rememberPeople(env.DB, opening.named.filter((person) => !person.own), at);
  await ticketOf(env, number).open({ ...opening, number, queue: queueWithId(queues, origin.queue), invitable: null, watchfulStaff: [], mentions: null }, claim, at);
  await linkTickets(env, { from: number, relation, to: origin.number, by: origin.by }, at);
  return number;
}

/** Mails that answer the original go on leading to it: the copy has no Message-ID. */
function copyOf({ text, attachments, invitation, forwarded, redacted }: Article): NewArticle {
  const files = redacted ? [] : attachments;
  return { kind: 'correspondence', channel: 'portal', text, html: null, look: 'plain', attachments: files, invitation, intake: null, minutes: 0, messageId: null, answers: [], forwarded, automatic: null, sameMessageId: false };
}

async function known(env: Env, settings: Settings, people: Person[], at: Instant): Promise<KnownPerson[]> {
  const ownAddresses = addressesOf(await readQueues(env.DB, settings, at));
  return knowPeople(env.DB, people, { language: settings.defaultLanguage, ownAddresses });
}
