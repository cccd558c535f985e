/** `POST /tickets/N/articles/ID/undo`: takes an answer back while nothing has left; `/tickets/N/undo`: what its sender did last, while nothing happened since. */

import type { Context } from 'hono';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { numberIn } from './asked-number.ts';
import { command, refused, unlessMayChange } from './command.ts';

export async function undoReply(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  return no ?? command(c, { kind: 'undoReply', article: numberIn(c.req.param('id') ?? '') ?? 0 }, { form: 'reply', typed: {}, field: 'text' });
}

/** A merge is undone by the ticket that became part of this one: back to that. */
export async function undoLast(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const asked = { form: 'status', typed: {}, field: 'status' } as const;
  const at = /^\d{1,16}$/.test(form.text('at')) ? Number(form.text('at')) : 0;
  const answer = await command(c, { kind: 'undoLast', at }, asked);
  const merged = numberIn(form.text('merged'));
  if (answer.status !== 303 || merged === null) return answer;
  const outcome = await ticketOf(c.env, merged).unmerge(actorOf(c), c.var.at);
  return outcome.ok ? c.redirect(`/tickets/${merged}`, 303) : refused(c, outcome.refusal, asked);
}
