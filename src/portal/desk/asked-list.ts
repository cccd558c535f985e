/** Which list the address asks for. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { deskViews, queryOf, type DeskView } from '../../rules/desk-views.ts';
import { readOrder, readPlace, usualOrder, writeOrder, type Order, type Place } from '../../rules/list-order.ts';
import { readQuery, type TicketQuery } from '../../rules/ticket-query.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf } from '../reader.ts';

export const deskColumns = ['requester', 'owner', 'queue', 'priority', 'due', 'waits', 'created'] as const;
export type DeskColumn = (typeof deskColumns)[number];

/** `view` null: a query that somebody typed. `columns` beside number, subject, status and the last change. */
export type AskedList = { view: DeskView | null; typed: string; query: TicketQuery; order: Order; place: Place | null; columns: DeskColumn[] };

/** An owner who is the same in each row is left out. */
const usualColumns: Record<DeskView, DeskColumn[]> = {
  mine: ['requester', 'priority', 'due', 'waits'],
  nobody: ['requester', 'priority', 'due', 'waits'],
  open: ['requester', 'owner', 'priority', 'due', 'waits'],
  waiting: ['requester', 'owner', 'priority', 'due'],
  due: ['requester', 'owner', 'priority', 'due', 'waits'],
  closed: ['requester', 'owner'],
};

const LONGEST_QUERY = 500;

export function askedList(c: Context<PortalEnv>): AskedList {
  const { queries } = c.var.text.portal.views;
  const asked = v.safeParse(v.picklist(deskViews), c.req.query('view'));
  const typed = (c.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY);
  // A view whose words were sent as they stand in the field is still that view.
  const view = typed === '' ? (asked.success ? asked.output : 'mine') : (deskViews.find((one) => queries[one] === typed) ?? null);
  const order = readOrder(c.req.query('sort') ?? '');
  return {
    view,
    typed: view === null ? typed : queries[view],
    query: view === null ? readQuery(typed, clockOf(c)) : queryOf(view),
    order,
    place: readPlace('after', c.req.query('after') ?? '', order) ?? readPlace('before', c.req.query('before') ?? '', order),
    columns: readColumns(c.req.queries('columns') ?? []) ?? usualColumns[view ?? 'open'],
  };
}

/** None chosen is a choice too: the form sends an empty one. */
function readColumns(typed: string[]): DeskColumn[] | null {
  if (typed.length === 0) return null;
  const chosen = typed.flatMap((one) => one.split(','));
  return deskColumns.filter((column) => chosen.includes(column));
}

/** Of another order, or another page, of the same list. */
export function listAddress(list: AskedList, to: { order?: Order; after?: string; before?: string } = {}): string {
  const order = to.order ?? list.order;
  const sorted = writeOrder(order) === writeOrder(usualOrder) ? null : writeOrder(order);
  const columns = list.columns.join() === usualColumns[list.view ?? 'open'].join() ? null : list.columns.join();
  const place = to.after === undefined ? (to.before === undefined ? [] : [['before', to.before]]) : [['after', to.after]];
  const parts = [...whichList(list), ...(sorted === null ? [] : [['sort', sorted]]), ...(columns === null ? [] : [['columns', columns]]), ...place];
  return parts.length === 0 ? '/desk' : `/desk?${new URLSearchParams(parts)}`;
}

/** What names the list in its address, also as fields of a form. */
export function whichList({ view, typed }: AskedList): string[][] {
  if (view === null) return [['q', typed]];
  return view === 'mine' ? [] : [['view', view]];
}
