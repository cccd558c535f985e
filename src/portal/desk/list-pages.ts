/** The pages of a list beside the one that is shown, which begin where this one ends, whatever comes meanwhile. */

import { writePlace, type Order } from '../../rules/list-order.ts';
import { orderOf, type DeskPage, type DeskRow } from '../../ticket-index/desk-list.ts';
import { listAddress, type AskedList } from './asked-list.ts';
import type { KeptList } from './kept-list.ts';

export type ListedPage = Pick<DeskPage, 'newer' | 'older'> & { rows: DeskRow[] };

/** Null: there is none on that side. */
export function placesBeside({ rows, newer, older }: ListedPage, order: Order): Pick<KeptList, 'newer' | 'older'> {
  const [first, last] = [rows[0], rows.at(-1)];
  return { newer: newer && first !== undefined ? placeOf(first, order) : null, older: older && last !== undefined ? placeOf(last, order) : null };
}

export function asKept(list: AskedList, page: ListedPage): KeptList {
  const { place } = list;
  const here = place === null ? {} : { [place.side]: writePlace(place) };
  return { address: listAddress(list, here), tickets: page.rows.map((row) => row.number), ...placesBeside(page, orderOf(list)) };
}

function placeOf(row: DeskRow, { by }: Order): string {
  const values = { updated: row.updatedAt, number: row.number, due: row.dueAt, priority: row.finalPriority, requester: row.requester?.name ?? '', owner: row.owner?.name ?? '' };
  return writePlace({ value: values[by], number: row.number });
}
