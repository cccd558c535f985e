/** `POST /tickets/N/letters/ID`: sends a letter in trouble again, or sets it aside. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { settlings } from '../../rules/letter-trouble.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, viewerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { askedNumber } from './asked-number.ts';

/** Leads back to where the letter was shown, the list of letters in trouble or the ticket, which says what was done. */
export async function settleLetter(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const standing = number === null ? null : await ticketOf(c.env, number).standingFor(viewerOf(c));
  if (number === null || standing === null) return errorPage(c, 'notFound');
  if (!standing.staff) return errorPage(c, 'forbidden');
  const form = await readForm(c);
  const how = v.safeParse(v.picklist(settlings), form?.text('how'));
  const letter = Number(c.req.param('letter'));
  if (!how.success) return errorPage(c, 'badInput');
  if (!Number.isSafeInteger(letter)) return errorPage(c, 'notFound');
  const outcome = await ticketOf(c.env, number).act({ kind: 'settleLetter', letter, how: how.output }, actorOf(c), c.var.at);
  const from = form?.text('shown') === 'ticket' ? `/tickets/${number}` : '/desk/letters';
  return c.redirect(`${from}?said=${outcome.ok ? how.output : outcome.refusal}`, 303);
}
