/** The pages of a list beside the one that is shown, which begin where this one ends, whatever comes meanwhile. */

import { writePlace, type Order, type Place, type SortKey } from '../../rules/list-order.ts';
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
  return writePlace({ value: valueOf(row, by), number: row.number });
}

/** What the row is ordered by. */
export function valueOf(row: DeskRow, by: SortKey): Place['value'] {
  switch (by) {
    case 'updated':
      return row.updatedAt;
    case 'number':
      return row.number;
    case 'due':
      return row.dueAt;
    case 'priority':
      return row.finalPriority;
    case 'requester':
      return row.requester?.name ?? '';
    case 'owner':
      return row.owner?.name ?? '';
    case 'until':
      return row.waitingUntil;
    case 'waits':
      return row.unansweredSince === null ? null : -row.unansweredSince;
    case 'spent':
      return row.minutesSpent;
  }
}
