/** A sending mail server: the same bytes again until the desk has taken them. */

import { setTimeout as rest } from 'node:timers/promises';
import { conversationIn, nextMail, peopleOf, type Conversation, type WrittenMail } from './plan.ts';
import type { Rig } from './rig.ts';

/**
 * What was brought: `accepted` holds the ids of mails that the desk took, `tookMs` how long each took from its first delivery on; `tries` counts deliveries that were to
 * be tried again, after `waitMs`.
 */
export type Feeding = { accepted: Set<string>; tookMs: Map<string, number>; tries: number; waitMs: number };

/** Brings every conversation, `atOnce` of them side by side, each in its own order. */
export async function feed(rig: Rig, feeding: Feeding, conversations: Conversation[], atOnce: number): Promise<void> {
  const waiting = [...conversations];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      while (next.written.length < next.length) await bring(rig, feeding, nextMail(next, agentsAddress(rig, next)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** Brings one mail until it is accepted. Throws if the desk refuses it for good. */
export async function bring(rig: Rig, feeding: Feeding, mail: WrittenMail): Promise<void> {
  const began = performance.now();
  while (!(await isTaken(rig, mail))) {
    feeding.tries += 1;
    await rest(feeding.waitMs);
  }
  feeding.tookMs.set(mail.id, performance.now() - began);
  feeding.accepted.add(mail.id);
}

/** Brings one mail, and never again. */
export async function bringOnce(rig: Rig, feeding: Feeding, mail: WrittenMail): Promise<void> {
  if (await isTaken(rig, mail)) feeding.accepted.add(mail.id);
}

async function isTaken({ url }: Rig, { id, from, to, raw }: WrittenMail): Promise<boolean> {
  const query = new URLSearchParams({ from, to, format: 'json' });
  const answer = await fetch(`${url}/cdn-cgi/local/email?${query}`, { method: 'POST', body: raw, signal: AbortSignal.timeout(120_000) }).catch(() => null);
  if (answer === null || answer.status >= 500) return false;
  const told: unknown = await answer.json().catch(() => null);
  const rejected = typeof told === 'object' && told !== null && 'rejectReason' in told && told.rejectReason;
  if (answer.ok && !rejected) return told !== null;
  throw new Error(`The desk refused ${id} for good: ${answer.status} ${JSON.stringify(told)}`);
}

/** Where the conversation's agent answers: the Reply-To of the newest letter that they got about it. */
function agentsAddress({ sink }: Rig, conversation: Conversation): string | null {
  const { agent } = peopleOf(conversation);
  return sink.letters.findLast((letter) => letter.to === agent && conversationIn(letter.subject) === conversation.name)?.replyTo ?? null;
}
