/** What the platform tells of letters: an event for each that the sink took, again until the desk has heard it. */

import { setTimeout as rest } from 'node:timers/promises';
import { ask, type Rig } from './rig.ts';
import type { TakenLetter } from './sink.ts';

/** So long after it left, at the least. */
const LATE_MS = 500;

/** `heard`: Message-IDs of letters of which the desk knows all there is to tell. `unsaid`: those of which nobody ever tells it. */
export type News = { heard: Set<string>; unsaid: Set<string>; stop: () => Promise<void> };

/** Tells the news while the desk is fed. */
export function tellNews(rig: Rig): News {
  const news = { heard: new Set<string>(), unsaid: new Set<string>() };
  let telling = true;
  const told = (async () => {
    while (telling) {
      await tellOnce(rig, news, LATE_MS);
      await rest(200);
    }
  })();
  return {
    ...news,
    async stop() {
      telling = false;
      await told;
    },
  };
}

/** Tells each of the news that the desk has not heard yet once, in batches as the platform's queue brings them. */
export async function tellOnce(rig: Rig, { heard, unsaid }: Pick<News, 'heard' | 'unsaid'>, lateMs = 0): Promise<void> {
  const left = rig.sink.letters.filter(({ messageId, at }) => !heard.has(messageId) && !unsaid.has(messageId) && at + lateMs <= Date.now());
  for (let at = 0; at < left.length; at += BATCH) {
    if (rig.desk === null) return;
    for (const messageId of await tell(rig, left.slice(at, at + BATCH).map((letter) => newsOf(letter, 'delivered', rig.clockMs)))) heard.add(messageId);
  }
}

const BATCH = 50;

/** The Message-IDs of those that the desk has heard; none if it is away. */
export async function tell(rig: Rig, events: object[]): Promise<string[]> {
  const answer = await ask(rig, 'news', events).catch(() => '');
  return answer === '' ? [] : answer.split('\n');
}

export function newsOf({ messageId, to, subject, at }: TakenLetter, fate: 'delivered' | 'deferred', clockMs: number): object {
  return {
    type: `cf.email.sending.message.${fate}`,
    source: { type: 'email.sending', domain: 'dtnet.de' },
    payload: { eventId: `${fate}-${messageId}`, messageId, sender: 'support@dtnet.de', recipient: to, subject, terminal: fate === 'delivered', delivery: { status: fate, smtpStatusCode: fate === 'delivered' ? '250' : '450' } },
    metadata: { eventSchemaVersion: 1, eventTimestamp: new Date(at + clockMs).toISOString() },
  };
}
