/** `GET /desk?view=…` or `?q=…`: the tickets of a view, or of whatever an agent asks. A number leads to its ticket. */

import type { Context } from 'hono';
import { queueWithId } from '../../directory/queues.ts';
import { currentPriority, pressing } from '../../rules/service-level.ts';
import type { Queue } from '../../rules/queues.ts';
import type { Instant } from '../../rules/ticket.ts';
import { unknownQueues } from '../../ticket-index/conditions.ts';
import { orderOf, readDesk, type DeskRow } from '../../ticket-index/desk-list.ts';
import { isTicket } from '../../ticket-index/search.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, viewerOf } from '../reader.ts';
import { numberIn } from '../tickets/asked-number.ts';
import { askedList, inAddress, type InAddress } from './asked-list.ts';
import { deskFacts } from './desk-facts.ts';
import { DeskList } from './desk-list.tsx';
import type { ShownRow } from './desk-table.tsx';
import type { WrongView } from './saved-views-parts.tsx';
import { keepList } from './kept-list.ts';
import { asKept } from './list-pages.ts';

export async function showDesk(c: Context<PortalEnv>) {
  const number = numberIn((c.req.query('q') ?? '').trim().replace(/^#/, ''));
  if (number !== null && (await isTicket(c.env.DB, viewerOf(c), number))) return c.redirect(`/tickets/${number}`, 303);

  return deskPage(c, { asked: inAddress(c), wrong: null });
}

/** The list; with `wrong`, why it could not be kept as a view (422). */
export async function deskPage(c: Context<PortalEnv>, { asked, wrong }: { asked: InAddress; wrong: WrongView | null }) {
  const ofDesk = deskFacts(c);
  const { facts, kept } = ofDesk;
  const list = askedList(c, asked, ofDesk);
  const { page, counts } = await readDesk(c.env.DB, { ...list, viewer: viewerOf(c), facts, kept });
  keepList(c, asKept(list, page));
  const rows = page.rows.map((row) => asItIsNow(row, facts.queues, c.var.at));
  const misread = [...list.query.misread, ...unknownQueues(list.query, facts.queues).map((name) => ({ typed: `queue:${name}`, why: 'value' as const }))];
  return c.html(<DeskList reader={readerOf(c)} now={clockOf(c)} list={{ ...list, order: orderOf(list) }} misread={misread} page={{ ...page, rows }} counts={counts} queues={facts.queues} agents={facts.staff} wrong={wrong} />, wrong === null ? 200 : 422);
}

/** The index knows where the priority began; by now it has risen (L04), and so has the hurry. */
function asItIsNow(row: DeskRow, queues: Queue[], at: Instant): ShownRow {
  const { calendar } = queueWithId(queues, row.queue);
  return { ...row, priority: currentPriority(row, at, calendar), due: pressing(row, at, calendar) };
}
