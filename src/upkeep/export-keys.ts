/** Under which keys an export lies in R2, and under which one waits that is to be imported. */

import type { StoredRow, TicketLine } from '../rules/exported.ts';

/** What the desk writes; mails and files need no copy beside it, as nothing in `raw/` and `files/` ever changes. */
export const EXPORT = 'export';
/** Apart from it, so that no night's export writes over what is being read. */
export const IMPORT = 'import';

type Under = typeof EXPORT | typeof IMPORT;

export function aboutKey(under: Under): string {
  return `${under}/about.json`;
}

/** Pages count from 1. */
export function tablePageKey(under: Under, table: string, page: number): string {
  return `${under}/desk/${table}/${String(page).padStart(6, '0')}.jsonl`;
}

export function ticketsPrefix(under: Under): string {
  return `${under}/tickets/`;
}

/** Pieces count from 1; most tickets have one. Numbers are filled up so that R2 lists them in their order. */
export function ticketPieceKey(under: Under, number: number, piece: number): string {
  return `${ticketsPrefix(under)}${String(number).padStart(10, '0')}/${String(piece).padStart(4, '0')}.jsonl`;
}

/** The first line of each piece of a ticket. */
export type PieceHead = { format: number; ticket: number; piece: number; last: boolean };

/** One JSON object a line. */
export function asLines(objects: (StoredRow | TicketLine | PieceHead)[]): string {
  return objects.map((one) => `${JSON.stringify(one)}\n`).join('');
}

export function fromLines(lines: string): unknown[] {
  return lines.split('\n').filter((line) => line !== '').map((line): unknown => JSON.parse(line));
}
