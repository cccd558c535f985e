/** `POST /desk/door/KEY`: admit, make a ticket, or refuse. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { findIntakeFor } from '../../directory/intake.ts';
import { decideAtDoor } from '../../inbound/decide-at-door.ts';
import { parseAddress } from '../../rules/address.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { actorOf, viewerOf } from '../reader.ts';
import { readForm } from '../sent-form.ts';
import { personWith } from '../tickets/command.ts';
import { lacksSender } from './decisions.tsx';
import { doorMailPage } from './door-mail.tsx';

/** From the mail's own page to the ticket that it is on now; from the list back to the list, which says what was done and goes on. */
export async function decide(c: Context<PortalEnv>) {
  const form = await readForm(c);
  const row = await findIntakeFor(c.env.DB, c.req.param('key') ?? '', viewerOf(c));
  if (row === null) return errorPage(c, 'notFound');
  const decision = v.safeParse(v.picklist(['admit', 'open', 'refuse']), form?.text('decision'));
  if (!decision.success) return doorMailPage(c, c.var.text.portal.door.decisionWrong);

  const typed = form?.text('sender').trim() ?? '';
  const sender = parseAddress(typed);
  const person = sender === null ? null : await personWith(c, sender);
  if (decision.output !== 'refuse' && lacksSender(row) && (person === null || person.own)) {
    const words = c.var.text.portal.admin;
    return doorMailPage(c, person === null ? words.addressWrong : words.addressOwn);
  }
  const asked = { key: row.key, decision: decision.output, by: actorOf(c), sender };
  const { number } = await decideAtDoor(c.env, c.var.settings, asked, c.var.at);
  if (form?.text('from') === 'list') return c.redirect(`/desk/door?done=${row.key}`, 303);
  return c.redirect(number === null ? '/desk/door' : `/tickets/${number}`, 303);
}
