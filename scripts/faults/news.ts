/** What the platform tells of letters: an event for each that the sink took, again until the desk has heard it. */

import { setTimeout as rest } from 'node:timers/promises';
import { ask, type Rig } from './rig.ts';
import type { TakenLetter } from './sink.ts';

/** So long after it left, at the least. */
const LATE_MS = 500;

export type News = { heard: Set<string>; stop: () => Promise<void> };

/** Tells the news while the desk is fed. */
export function tellNews(rig: Rig): News {
  const heard = new Set<string>();
  let telling = true;
  const told = (async () => {
    while (telling) {
      await tellOnce(rig, heard, LATE_MS);
      await rest(200);
    }
  })();
  return {
    heard,
    async stop() {
      telling = false;
      await told;
    },
  };
}

/** Tells each of the news that the desk has not heard yet once. */
export async function tellOnce(rig: Rig, heard: Set<string>, lateMs = 0): Promise<void> {
  for (const letter of rig.sink.letters.filter((one) => !heard.has(one.messageId) && one.at + lateMs <= Date.now())) {
    if (rig.desk === null) return;
    const answer = await ask(rig, 'news', delivered(letter, rig.clockMs)).catch(() => null);
    if (answer === 'heard') heard.add(letter.messageId);
  }
}

function delivered({ messageId, to, subject, at }: TakenLetter, clockMs: number): object {
  return {
    type: 'cf.email.sending.message.delivered',
    source: { type: 'email.sending', domain: 'dtnet.de' },
    payload: { eventId: `event-${messageId}`, messageId, sender: 'support@dtnet.de', recipient: to, subject, terminal: true, delivery: { status: 'delivered', smtpStatusCode: '250' } },
    metadata: { eventSchemaVersion: 1, eventTimestamp: new Date(at + clockMs).toISOString() },
  };
}
