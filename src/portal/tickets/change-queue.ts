/** `POST /tickets/N/queue`: moves the ticket to another queue (L11). */

import { worksIn } from '../../rules/reach.ts';
import type { Context } from 'hono';
import { staffWanting } from '../../directory/people.ts';
import { readQueues } from '../../directory/queues.ts';
import { errorPage } from '../errors.tsx';
import { ticketOf } from '../../ticket/tickets.ts';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, viewerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedNumber } from './asked-number.ts';
import { command, personWith, refused, unlessMayChange } from './command.ts';
import { ticketPage } from './show-ticket.tsx';

export async function changeQueue(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = { queue: form.text('queue') };
  const queues = await readQueues(c.env.DB, c.var.settings, c.var.at);
  const queue = queues.find((one) => String(one.id) === typed.queue && !one.retired);
  if (queue === undefined) return ticketPage(c, { form: 'queue', typed, errors: { queue: c.var.text.portal.ticket.queueWrong } });
  return moveTo(c, queue.id, typed);
}

/** An owner who does not work in the other queue would own what they cannot see, so nobody does. An agent who gives away what they then do not see goes to their desk. */
async function moveTo(c: Context<PortalEnv>, queue: number, typed: { queue: string }) {
  const asked = { form: 'queue', typed, field: 'queue' } as const;
  const owner = await ownerOf(c);
  if (owner !== null && !worksIn(queue, owner)) {
    const released = await ticketOf(c.env, owner.number).act({ kind: 'changeOwner', to: null }, actorOf(c), c.var.at);
    if (!released.ok) return refused(c, released.refusal, asked);
  }
  const watchful = await staffWanting(c.env.DB, 'new');
  const answer = await command(c, { kind: 'changeQueue', to: queue, watchful }, asked);
  return answer.status === 303 && !worksIn(queue, actorOf(c)) ? c.redirect('/desk', 303) : answer;
}

async function ownerOf(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const page = number === null ? null : await ticketOf(c.env, number).page(viewerOf(c), c.var.at);
  const owner = page?.owner ?? null;
  const known = owner === null ? null : await personWith(c, owner.address);
  return number === null || known === null ? null : { ...known, number };
}
