/** Somebody answers, by the link in a letter, whether a mail at the door is theirs, or from somebody they know. */

import { findPeople } from '../directory/people.ts';
import { roomFor } from '../directory/invitations.ts';
import { knowPeople } from '../directory/known-people.ts';
import { readQueues } from '../directory/queues.ts';
import type { Question } from '../directory/confirmations.ts';
import type { IntakeRow } from '../directory/intake.ts';
import { parseAddress } from '../rules/address.ts';
import { addressesOf } from '../rules/queues.ts';
import type { Actor, Instant, Language } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { ticketOf } from '../ticket/tickets.ts';
import { bringAgain, refuse } from './decide-at-door.ts';
import { deliver } from './deliver.ts';

/** Who answers, about which mail. `language`: what they read the page in. */
export type Answering = { question: Question; mail: IntakeRow; language: Language };

/** What became of it. `added`: the sender joined the ticket, the mail waits for them; `waits`: for an agent; `over`: the ticket is none any more. */
export const said = ['filed', 'closed', 'waits', 'added', 'disowned'] as const;
export type Said = (typeof said)[number];

/** Whether the mail says that it is from the person who is asked (row 9), and not from somebody who has their key (row 8). */
export function isOwn({ question, mail }: Pick<Answering, 'question' | 'mail'>): boolean {
  return question.asked === mail.sender;
}

/** Carries the answer out; null if the ticket does not take it any more. Said again, it changes nothing more. */
export async function answerQuestion(env: Env, settings: Settings, answering: Answering, says: 'yes' | 'no', at: Instant): Promise<Said | null> {
  if (says === 'no') {
    await refuse(env, answering.mail, { reason: 'disowned', by: answering.question.asked }, at);
    return 'disowned';
  }
  return isOwn(answering) ? confirm(env, settings, answering, at) : vouch(env, settings, answering, at);
}

async function confirm(env: Env, settings: Settings, answering: Answering, at: Instant): Promise<Said> {
  const { question, mail } = answering;
  const by = await asker(env, answering);
  const { outcome } = await deliver(env, settings, await bringAgain(env, settings, mail), at, { by, to: 'confirm', number: question.number });
  if (outcome === 'filed') return 'filed';
  return outcome === 'refused' ? 'closed' : 'waits';
}

/** The sender joins; then the mail comes once more, of somebody who is on the ticket now, and they are asked. */
async function vouch(env: Env, settings: Settings, answering: Answering, at: Instant): Promise<Said | null> {
  const { question, mail, language } = answering;
  const address = parseAddress(mail.sender ?? '');
  if (address === null) return null;
  const ownAddresses = addressesOf(await readQueues(env.DB, settings, at));
  const [person] = await knowPeople(env.DB, [{ address, name: mail.senderName ?? '' }], { language, ownAddresses });
  if (person === undefined) return null;
  const room = await roomFor(env.DB, { by: question.asked, people: [address], claim: mail.key }, at);
  if (room.length === 0) return 'waits';
  const outcome = await ticketOf(env, question.number).act({ kind: 'vouch', person }, await asker(env, answering), at);
  if (!outcome.ok) return null;
  await deliver(env, settings, await bringAgain(env, settings, mail), at);
  return 'added';
}

async function asker(env: Env, { question, language }: Answering): Promise<Actor> {
  const [known] = await findPeople(env.DB, [question.asked]);
  return { address: question.asked, name: known?.name ?? '', role: known?.role ?? 'requester', language: known?.language ?? language, reach: { queues: known?.queues ?? [], domains: [] } };
}
