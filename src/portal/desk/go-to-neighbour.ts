/** `GET /desk/neighbour?of=N&side=older`: to the ticket beside this one in the list that its reader came from, also on the page before or after. */

import type { Context } from 'hono';
import { readDeskPage } from '../../ticket-index/desk-list.ts';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { numberIn } from '../tickets/asked-number.ts';
import { askedList } from './asked-list.ts';
import { deskFacts } from './desk-facts.ts';
import { keepList, readKeptList, type KeptList } from './kept-list.ts';
import { asKept } from './list-pages.ts';

export type Side = 'newer' | 'older';

/** At the end of the list back to the ticket, whose page then says so. */
export async function goToNeighbour(c: Context<PortalEnv>) {
  const number = numberIn(c.req.query('of') ?? '');
  if (number === null) return c.redirect('/desk', 303);
  const side: Side = c.req.query('side') === 'newer' ? 'newer' : 'older';
  const list = readKeptList(c);
  const at = list?.tickets.indexOf(number) ?? -1;
  if (list === null || at < 0) return c.redirect(`/tickets/${number}`, 303);
  const next = list.tickets[at + (side === 'older' ? 1 : -1)] ?? (await onNextPage(c, list, side));
  return c.redirect(next === undefined ? `/tickets/${number}?end=${side}` : `/tickets/${next}`, 303);
}

/** Which is then the page that the reader came from. */
async function onNextPage(c: Context<PortalEnv>, { address, ...list }: KeptList, side: Side): Promise<number | undefined> {
  const place = list[side];
  if (place === null) return undefined;
  const ofDesk = deskFacts(c);
  const inAddress = new URL(address, c.req.url).searchParams;
  const asked = { ...Object.fromEntries(inAddress), columns: inAddress.getAll('columns'), after: undefined, before: undefined, [side === 'older' ? 'after' : 'before']: place };
  const next = askedList(c, asked, ofDesk);
  const page = await readDeskPage(c.env.DB, { ...next, viewer: viewerOf(c), ...ofDesk });
  if (page.rows.length > 0) keepList(c, asKept(next, page));
  return page.rows.at(side === 'older' ? 0 : -1)?.number;
}
