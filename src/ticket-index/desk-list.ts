/** The desk's lists: whatever an agent asks for, a page at a time, with the counts of all views. */

import { and, asc, eq } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import type { Order, Place } from '../rules/list-order.ts';
import type { Viewer } from '../rules/page.ts';
import type { TicketQuery } from '../rules/ticket-query.ts';
import type { Instant } from '../rules/ticket.ts';
import { fits, type DeskFacts, type KeptView } from './conditions.ts';
import { asRow } from './list.ts';
import { beyond, inOrder } from './row-order.ts';
import { tickets } from './schema.ts';
import { passageIn, type Passage } from './search.ts';
import { newestFirst, saysAll, whereSaid } from './sought.ts';
import { ROWS_PER_PAGE, type TicketRow } from './ticket-row.ts';
import { countIn, selectTotal, soughtOf, type Total } from './total.ts';
import { readViewCounts, selectViewCounts, type ViewCounts } from './view-counts.ts';
import { unansweredSince } from './unanswered.ts';
import { visibleTo } from './visible.ts';
import { ticketWords } from './word-tables.ts';

/** `unansweredSince`: when the last word on an open ticket was said that was not the desk's; null: the desk had the last word, or it is not the desk's turn. */
export type DeskRow = TicketRow & { passage: Passage | null; unansweredSince: Instant | null };

/** `total` null: there are more than are counted, or the search would have to go through all. `newer`, `older`: whether there is more on that side. */
export type DeskPage = { rows: DeskRow[]; total: number | null; newer: boolean; older: boolean };

export type Asked = { viewer: Viewer; query: TicketQuery; order: Order; place: Place | null; facts: DeskFacts; kept: KeptView[] };

/** The page and the counts, in one batch. */
export async function readDesk(binding: D1Database, asked: Asked): Promise<{ page: DeskPage; counts: ViewCounts }> {
  const db = drizzle(binding);
  const [rows, total, ...counts] = await db.batch([selectRows(db, binding, asked), selectTotal(db, binding, asked), ...selectViewCounts(db, binding, asked)]);
  return { page: pageOf(rows, countIn(total), asked), counts: readViewCounts(counts, asked.kept) };
}

/** A page without the counts beside it, and without the number of all. */
export async function readDeskPage(binding: D1Database, asked: Asked): Promise<DeskPage> {
  return pageOf(await selectRows(drizzle(binding), binding, asked), { count: 0, more: true }, asked);
}

/** Rows by words come in the order of the words' index, newest ticket first, whatever is asked. */
export function orderOf({ query, order }: Pick<Asked, 'query' | 'order'>): Order {
  return soughtOf(query).length > 0 ? { by: 'number', down: true } : order;
}

export function selectRows(db: DrizzleD1Database, binding: D1Database, asked: Asked, most = ROWS_PER_PAGE + 1) {
  const { query, viewer, place } = asked;
  const { by, down } = orderOf(asked);
  const falls = down !== (place?.side === 'before');
  const cells = { ticket: tickets, passage: whereSaid(binding, viewer, query.words).as('passage'), unansweredSince: unansweredSince.as('unanswered_since') };
  const words = soughtOf(query);
  const where = and(fits(query, asked.facts), visibleTo(binding, viewer), beyond(place, by, falls));
  if (words.length === 0) return db.select(cells).from(tickets).where(where).orderBy(...inOrder({ by, down }, falls)).limit(most);
  const byWords = falls ? newestFirst : asc(ticketWords.rowid);
  return db.select(cells).from(ticketWords).crossJoin(tickets).where(and(saysAll(words), eq(tickets.number, ticketWords.rowid), where)).orderBy(byWords).limit(most);
}

type Selected = { ticket: typeof tickets.$inferSelect; passage: string | null; unansweredSince: Instant | null };

function pageOf(selected: Selected[], { count, more: beyond }: Total, { place }: Asked): DeskPage {
  const more = selected.length > ROWS_PER_PAGE;
  const rows = selected.slice(0, ROWS_PER_PAGE).map(({ ticket, passage, unansweredSince: since }) => ({ ...asRow(ticket), passage: passageIn(passage), unansweredSince: since }));
  const backwards = place?.side === 'before';
  return {
    rows: backwards ? rows.toReversed() : rows,
    total: beyond ? null : count,
    newer: backwards ? more : place !== null,
    older: backwards || more,
  };
}
