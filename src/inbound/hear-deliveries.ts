/** The door for the platform's news of our letters. */

import { ticketsWithLetter } from '../directory/message-ids.ts';
import { readQueues } from '../directory/queues.ts';
import { readDeliveryEvent, type DeliveryEvent } from '../outbox/delivery-events.ts';
import { tagsOf } from '../rules/queues.ts';
import { tagsIn } from '../rules/subject-tag.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { ticketOf } from '../ticket/tickets.ts';

/** The Message-ID of a letter reaches the directory soon after it was sent; until then its news wait. */
const TRIES = 5;
const WAIT_SECONDS = 60;

/**
 * Tells each event to the ticket whose letter it is about. Events come at least once and in any order: the ticket's rule makes the same of them.
 * One of a letter that no ticket knows (a password link) is tried again for a while and then let go; a fault brings that message again.
 */
export async function hearDeliveries(batch: MessageBatch, env: Env, settings: Settings, at: Instant): Promise<void> {
  for (const message of batch.messages) {
    try {
      const known = await hearOne(message.body, env, settings, at);
      if (known || message.attempts >= TRIES) message.ack();
      else message.retry({ delaySeconds: WAIT_SECONDS });
    } catch (fault) {
      console.error('News of a letter could not be recorded', { message: message.id, fault });
      message.retry({ delaySeconds: WAIT_SECONDS });
    }
  }
}

/** Whether nothing is left to do. */
async function hearOne(body: unknown, env: Env, settings: Settings, at: Instant): Promise<boolean> {
  const event = readDeliveryEvent(body, at);
  if (event === null) {
    console.warn('A message in the queue of deliveries is no event that we know');
    return true;
  }
  const numbers = await ticketsOf(event, env, settings, at);
  const heard = await Promise.all(numbers.map((number) => ticketOf(env, number).hear(event.news, event.at)));
  return heard.some(({ known }) => known);
}

/** A letter of unknown fate has a Message-ID that nobody knows: its ticket is the one that its subject names (SR5). */
async function ticketsOf(event: DeliveryEvent, env: Env, settings: Settings, at: Instant): Promise<number[]> {
  const known = await ticketsWithLetter(env.DB, event.messageId);
  if (known.length > 0) return known;
  const queues = await readQueues(env.DB, settings, at);
  return tagsIn(event.subject, tagsOf(queues)).map(({ number }) => number).slice(0, MOST_TAGS);
}

/** Ours stands once in a subject; a forwarded one may have been there before. */
const MOST_TAGS = 3;
