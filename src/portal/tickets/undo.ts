/** `POST /tickets/N/articles/ID/undo`: takes an answer back while nothing has left; `/tickets/N/undo`: what its sender did last, while nothing happened since. */

import type { Context } from 'hono';
import { saidRelations, type Relation } from '../../rules/links.ts';
import { linkTickets, unlinkTickets } from '../../ticket/link-tickets.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf } from '../reader.ts';
import { readForm, type SentForm } from '../sent-form.ts';
import { askedNumber, numberIn } from './asked-number.ts';
import { command, refused, unlessMayChange } from './command.ts';

export async function undoReply(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  return no ?? command(c, { kind: 'undoReply', article: numberIn(c.req.param('id') ?? '') ?? 0 }, { form: 'reply', typed: {}, field: 'text' });
}

type TiedOrLoosed = { was: 'linked' | 'unlinked'; relation: Relation; to: number };

/** As the undo form says it: `linked` or `unlinked` with `blocks 42`. Null: it is about something else. */
function linkIn(form: SentForm): TiedOrLoosed | null {
  for (const was of ['linked', 'unlinked'] as const) {
    const [relation, number = ''] = form.text(was).split(' ');
    const known = saidRelations.find((one) => one === relation);
    const to = numberIn(number);
    if (known !== undefined && to !== null) return { was, relation: known, to };
  }
  return null;
}

/** Two tickets know of it, and what happened on either since does not matter. */
async function undoLink(c: Context<PortalEnv>, { was, relation, to }: TiedOrLoosed) {
  const from = askedNumber(c);
  if (from === null) return errorPage(c, 'notFound');
  const turn = was === 'linked' ? unlinkTickets : linkTickets;
  const outcome = await turn(c.env, { from, relation, to, by: actorOf(c) }, c.var.at);
  return outcome.ok ? c.redirect(`/tickets/${from}`, 303) : refused(c, outcome.refusal, { form: 'links', typed: {}, field: 'number' });
}

/** A merge is undone by the ticket that became part of this one: back to that. */
export async function undoLast(c: Context<PortalEnv>) {
  const no = await unlessMayChange(c);
  if (no !== null) return no;
  const form = await readForm(c);
  if (form === null) return errorPage(c, 'badInput');

  const link = linkIn(form);
  if (link !== null) return undoLink(c, link);
  const asked = { form: 'status', typed: {}, field: 'status' } as const;
  const at = /^\d{1,16}$/.test(form.text('at')) ? Number(form.text('at')) : 0;
  const answer = await command(c, { kind: 'undoLast', at }, asked);
  const merged = numberIn(form.text('merged'));
  if (answer.status !== 303 || merged === null) return answer;
  const outcome = await ticketOf(c.env, merged).unmerge(actorOf(c), c.var.at);
  return outcome.ok ? c.redirect(`/tickets/${merged}`, 303) : refused(c, outcome.refusal, asked);
}
