/** The search of requesters, among their own tickets, and what it shares with the desk's lists. */

import { and, desc, eq, lt, or } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import type { Viewer } from '../rules/page.ts';
import { asRow } from './list.ts';
import { tickets } from './schema.ts';
import { saysToAll, whereSaid } from './sought.ts';
import { ROWS_PER_PAGE, type TicketRow } from './ticket-row.ts';
import { isOn, ofOrganisation, visibleTo } from './visible.ts';

/** Where on a ticket the words stand. `inside`: in what agents alone read. */
export type Passage = { article: number; byName: string; inside: boolean; text: string };

export type FoundRow = TicketRow & { passage: Passage | null };

/** A page of tickets, newest first. `older`: the number below which there are more; null: these are the last. */
export type Found = { rows: FoundRow[]; older: number | null };

type Sought = { words: string[]; below: number | null };

/** The reader's own tickets, and their organisation's, on which all the words (`soughtWords`) were said, with numbers below `below`. */
export async function searchOwn(binding: D1Database, reader: Viewer, sought: Sought): Promise<Found> {
  if (sought.words.length === 0) return { rows: [], older: null };
  const found = await selectOwn(binding, reader, sought, ROWS_PER_PAGE + 1);
  const rows = found.slice(0, ROWS_PER_PAGE).map(({ ticket, passage }) => ({ ...asRow(ticket), passage: passageIn(passage) }));
  return { rows, older: found.length > ROWS_PER_PAGE ? (rows.at(-1)?.number ?? null) : null };
}

/** There is a word in `words`. */
export function selectOwn(binding: D1Database, reader: Viewer, { words, below }: Sought, most: number) {
  return drizzle(binding)
    .select({ ticket: tickets, passage: whereSaid(binding, reader, words) })
    .from(tickets)
    .where(and(or(isOn(binding, reader), ofOrganisation(reader)), saysToAll(binding, reader, words), below === null ? undefined : lt(tickets.number, below)))
    .orderBy(desc(tickets.number))
    .limit(most);
}

/** Whether there is a ticket with this number that the reader may see. */
export async function isTicket(binding: D1Database, reader: Viewer, number: number): Promise<boolean> {
  const found = await drizzle(binding).select({ number: tickets.number }).from(tickets).where(and(eq(tickets.number, number), visibleTo(binding, reader)));
  return found.length > 0;
}

const passage = v.object({ article: v.number(), byName: v.string(), inside: v.pipe(v.number(), v.transform((one) => one === 1)), text: v.string() });

/** As `whereSaid` has it. */
export function passageIn(json: string | null): Passage | null {
  return json === null ? null : v.parse(passage, JSON.parse(json));
}
