/** What the platform says became of a letter: its Queues event subscription (docs/decisions: what became of a letter). */

import * as v from 'valibot';
import { parseAddress } from '../rules/address.ts';
import { failureOf } from '../rules/bounce.ts';
import type { News } from '../rules/delivery.ts';
import type { Instant } from '../rules/ticket.ts';

const text = v.optional(v.nullable(v.string()));

/** As much of an event as we need; measured events leave out what never reached an SMTP server, and may bring more. */
const shape = v.object({
  type: v.pipe(v.string(), v.regex(/^(?:cf\.)?email\.sending\.message\.\w+$/)),
  payload: v.object({
    eventId: v.string(),
    messageId: v.pipe(v.string(), v.minLength(3), v.maxLength(1000)),
    recipient: v.pipe(v.string(), v.transform(parseAddress)),
    subject: text,
    delivery: v.optional(v.nullable(v.object({ smtpStatusCode: v.optional(v.nullable(v.union([v.string(), v.number()]))), smtpEnhancedStatusCode: text, smtpResponse: text }))),
    bounce: v.optional(v.nullable(v.object({ type: text, reason: text }))),
  }),
  metadata: v.optional(v.object({ eventTimestamp: text })),
});

/** An event about a letter. `messageId` with angle brackets, `at` when it happened, `subject` the letter's, if it says so. */
export type DeliveryEvent = { eventId: string; messageId: string; subject: string; news: News; at: Instant };

/**
 * The event in a message of the queue; null for one that we have no use for: another kind, a shape we do not know, an address that is
 * none. A failure is judged by the same rule as a report that comes as a mail, so that both ways say the same; only where the words say nothing does
 * the platform's own `hard` decide. `failed` and `rejected` are failures before any server was asked.
 */
export function readDeliveryEvent(body: unknown, received: Instant): DeliveryEvent | null {
  const parsed = v.safeParse(shape, body);
  if (!parsed.success) return null;
  const { payload, metadata, type } = parsed.output;
  const { eventId, recipient } = payload;
  if (recipient === null) return null;
  const messageId = payload.messageId.startsWith('<') ? payload.messageId : `<${payload.messageId}>`;
  const stamp = Date.parse(metadata?.eventTimestamp ?? '');
  const at = Number.isNaN(stamp) ? received : Math.min(stamp, received);
  const about = { ids: [messageId], key: null, to: [recipient], happenedAt: at };
  const event = (news: News): DeliveryEvent => ({ eventId, messageId, subject: payload.subject ?? '', news, at });

  switch (type.slice(type.lastIndexOf('.') + 1)) {
    case 'delivered':
      return event({ ...about, fate: 'delivered' });
    case 'deferred':
      return event({ ...about, fate: 'deferred' });
    case 'complained':
      return event({ ...about, fate: 'complained' });
    case 'bounced':
    case 'failed':
    case 'rejected': {
      const words = payload.bounce?.reason ?? payload.delivery?.smtpResponse ?? '';
      const status = payload.delivery?.smtpEnhancedStatusCode ?? '';
      return event({ ...about, fate: 'undelivered', failure: failureOf({ address: recipient, status, words }, { permanent: payload.bounce?.type === 'hard' }) });
    }
    default:
      return null;
  }
}
