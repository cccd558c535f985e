/** Which list the address asks for. */

import type { Context } from 'hono';
import * as v from 'valibot';
import { deskViews, queryOf, type DeskView } from '../../rules/desk-views.ts';
import { readOrder, readPlace, usualOrder, writeOrder, type Order, type Place } from '../../rules/list-order.ts';
import { readQuery, type TicketQuery } from '../../rules/ticket-query.ts';
import type { SavedView } from '../../directory/saved-views.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf } from '../reader.ts';
import type { OfDesk } from './desk-facts.ts';

export const deskColumns = ['requester', 'owner', 'queue', 'priority', 'due', 'until', 'waits', 'created', 'spent'] as const;
export type DeskColumn = (typeof deskColumns)[number];

/** `view` null: an agent's own view, or a query that somebody typed. `columns` beside number, subject, status and the last change; `ownColumns`: where its address does not say which. */
export type AskedList = { view: DeskView | null; saved: SavedView | null; typed: string; query: TicketQuery; order: Order; place: Place | null; columns: DeskColumn[]; ownColumns: DeskColumn[] };

/** An owner who is the same in each row is left out; a priority speaks by what is due. */
const usualColumns: Record<DeskView, DeskColumn[]> = {
  mine: ['requester', 'due', 'waits'],
  nobody: ['requester', 'due', 'waits'],
  open: ['requester', 'owner', 'due', 'waits'],
  waiting: ['requester', 'owner', 'until'],
  due: ['requester', 'owner', 'due', 'waits'],
  closed: ['requester', 'owner'],
};

export const LONGEST_QUERY = 500;

/** As the address has it. */
export type InAddress = { view?: string | undefined; saved?: string | undefined; q?: string | undefined; sort?: string | undefined; columns?: string[] | undefined; after?: string | undefined; before?: string | undefined };

export function inAddress(c: Context<PortalEnv>): InAddress {
  const asked = c.req.query();
  return { view: asked['view'], saved: asked['saved'], q: asked['q'], sort: asked['sort'], columns: c.req.queries('columns'), after: asked['after'], before: asked['before'] };
}

/** The list, with what is its own where the address does not say otherwise. A view that is none is the agent's own tickets. */
export function askedList(c: Context<PortalEnv>, asked: InAddress, { kept, chosen }: Pick<OfDesk, 'kept' | 'chosen'>): AskedList {
  const { queries } = c.var.text.portal.views;
  const typed = (asked.q ?? '').trim().slice(0, LONGEST_QUERY);
  const own = typed === '' ? kept.find(({ view }) => String(view.id) === asked.saved) : undefined;
  const named = v.safeParse(v.picklist(deskViews), asked.view);
  // A view whose words were sent as they stand in the field is still that view.
  const view = own !== undefined ? null : typed === '' ? (named.success ? named.output : 'mine') : (deskViews.find((one) => queries[one] === typed) ?? null);
  const order = readOrder(asked.sort || (own?.view.sort ?? ''));
  const ownColumns = readColumns([own?.view.columns ?? (view === null ? undefined : chosen.get(view))]) ?? usualColumns[view ?? 'open'];
  return {
    view,
    saved: own?.view ?? null,
    typed: own?.view.query ?? (view === null ? typed : queries[view]),
    query: own?.query ?? (view === null ? readQuery(typed, clockOf(c)) : queryOf(view)),
    order,
    place: readPlace('after', asked.after ?? '', order) ?? readPlace('before', asked.before ?? '', order),
    columns: readColumns(asked.columns ?? []) ?? ownColumns,
    ownColumns,
  };
}

/** None chosen is a choice too: an empty one. */
function readColumns(typed: (string | undefined)[]): DeskColumn[] | null {
  const chosen = typed.flatMap((one) => one?.split(',') ?? []);
  if (chosen.length === 0) return null;
  return deskColumns.filter((column) => chosen.includes(column));
}

/** Of another order, or another page, of the same list. */
export function listAddress(list: AskedList, to: { order?: Order; after?: string; before?: string } = {}): string {
  const order = to.order ?? list.order;
  const sorted = writeOrder(order) === (list.saved?.sort ?? writeOrder(usualOrder)) ? null : writeOrder(order);
  const columns = list.columns.join() === list.ownColumns.join() ? null : list.columns.join();
  const place = to.after === undefined ? (to.before === undefined ? [] : [['before', to.before]]) : [['after', to.after]];
  const parts = [...whichList(list), ...(sorted === null ? [] : [['sort', sorted]]), ...(columns === null ? [] : [['columns', columns]]), ...place];
  return parts.length === 0 ? '/desk' : `/desk?${new URLSearchParams(parts)}`;
}

/** What names the list in its address, also as fields of a form. */
export function whichList({ view, saved, typed }: AskedList): string[][] {
  if (saved !== null) return [['saved', String(saved.id)]];
  if (view === null) return [['q', typed]];
  return view === 'mine' ? [] : [['view', view]];
}
