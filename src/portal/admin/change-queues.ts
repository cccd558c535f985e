/** `POST /admin/queues` and `/admin/queues/ID`: admins set up where tickets wait. */

import type { Context } from 'hono';
import { addQueue, changeQueue, retireQueue, reviveQueue } from '../../directory/change-queues.ts';
import { listStaff } from '../../directory/people.ts';
import { readQueues, type SetUpQueue } from '../../directory/queues.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { judgeQueue, type Judged } from './judge-queue.ts';
import { queuePage } from './show-queue.tsx';
import { queuesPage } from './show-queues.tsx';
import { typedAs, typedIn, typedNew, type TypedQueue } from './typed-queue.ts';

export async function showQueue(c: Context<PortalEnv>) {
  const queue = askedQueue(c, await allQueues(c));
  return queue === null ? errorPage(c, 'notFound') : queuePage(c, queue, null);
}

export async function makeQueue(c: Context<PortalEnv>) {
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const typed = typedIn(form, typedNew(c.var.settings));
  const { draft, errors } = await judged(c, typed, null);
  if (draft === null) return queuesPage(c, { typed, errors });
  await addQueue(c.env.DB, c.var.settings, draft);
  return c.redirect('/admin/queues', 303);
}

/** Changes the queue, or with `account` retires it or takes it up again. */
export async function setUpQueue(c: Context<PortalEnv>) {
  const queue = askedQueue(c, await allQueues(c));
  if (queue === null) return errorPage(c, 'notFound');
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  switch (form.text('account')) {
    case '':
      return change(c, queue, form);
    case 'retire':
      if (await retireQueue(c.env.DB, queue.id, c.var.at) || queue.retired) return backTo(c, queue);
      return queuePage(c, queue, { typed: typedAs(queue), errors: { account: c.var.text.portal.queues.errors.lastQueue } });
    case 'revive':
      await reviveQueue(c.env.DB, queue.id);
      return backTo(c, queue);
    default:
      return errorPage(c, 'badInput');
  }
}

async function change(c: Context<PortalEnv>, queue: SetUpQueue, form: SentForm) {
  const typed = typedIn(form, typedAs(queue));
  const { draft, errors } = await judged(c, typed, queue);
  if (draft === null) return queuePage(c, queue, { typed, errors });
  await changeQueue(c.env.DB, c.var.settings, queue.id, draft);
  return backTo(c, queue);
}

async function judged(c: Context<PortalEnv>, typed: TypedQueue, before: SetUpQueue | null): Promise<Judged> {
  const [queues, staff] = await Promise.all([allQueues(c), listStaff(c.env.DB)]);
  const others = queues.filter((queue) => queue.id !== before?.id);
  return judgeQueue(typed, { before, others, staff: staff.map((person) => person.address) }, c.var.text);
}

function allQueues(c: Context<PortalEnv>): Promise<SetUpQueue[]> {
  return readQueues(c.env.DB, c.var.settings, c.var.at);
}

function askedQueue(c: Context<PortalEnv>, queues: SetUpQueue[]): SetUpQueue | null {
  return queues.find((queue) => String(queue.id) === c.req.param('id')) ?? null;
}

function backTo(c: Context<PortalEnv>, queue: SetUpQueue) {
  return c.redirect(`/admin/queues/${queue.id}`, 303);
}
