/** `GET /desk?view=mine|nobody|open|closed`: the tickets of the desk; `?q=`: those on which that was said. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import * as v from 'valibot';
import { queueWithId, readQueues } from '../../directory/queues.ts';
import { currentPriority } from '../../rules/service-level.ts';
import type { Queue } from '../../rules/queues.ts';
import type { Instant } from '../../rules/ticket.ts';
import { countViews, listTickets, type ViewCounts } from '../../ticket-index/list.ts';
import { isTicket } from '../../ticket-index/search.ts';
import type { Listed, TicketRow, View } from '../../ticket-index/ticket-row.ts';
import { askedSearch } from '../asked-search.ts';
import { Empty } from '../parts/empty.tsx';
import { FoundTickets, type Search } from '../parts/found-tickets.tsx';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import { TicketTable, type TicketColumn } from '../parts/ticket-table.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, signedIn, viewerOf } from '../reader.ts';
import { numberIn } from '../tickets/asked-number.ts';
import { addresses, DeskFrame } from './desk-frame.tsx';

const deskViews = ['mine', 'nobody', 'open', 'closed'] as const;
type DeskView = (typeof deskViews)[number];

export async function showView(c: Context<PortalEnv>) {
  const number = numberIn((c.req.query('q') ?? '').trim().replace(/^#/, ''));
  if (number !== null && (await isTicket(c.env.DB, viewerOf(c), number))) return c.redirect(`/tickets/${number}`, 303);
  const search = await askedSearch(c);
  return search === null ? viewPage(c) : searchPage(c, search);
}

async function searchPage(c: Context<PortalEnv>, search: Search) {
  const [counts, queues] = await Promise.all([countViews(c.env.DB, signedIn(c).address), readQueues(c.env.DB, c.var.settings, c.var.at)]);
  const rows = search.found.rows.map((row) => ({ ...row, ...withPriorityNow(row, queues, c.var.at) }));
  return c.html(<DeskFound reader={readerOf(c)} now={clockOf(c)} search={{ ...search, found: { ...search.found, rows } }} counts={counts} />);
}

async function viewPage(c: Context<PortalEnv>) {
  const asked = v.safeParse(v.picklist(deskViews), c.req.query('view'));
  const name = asked.success ? asked.output : 'mine';
  const owner = signedIn(c).address;
  const view: View = name === 'mine' ? { kind: 'mine', owner } : { kind: name };
  const [list, counts, queues] = await Promise.all([
    listTickets(c.env.DB, view, askedPage(c.req.query('page'))),
    countViews(c.env.DB, owner),
    readQueues(c.env.DB, c.var.settings, c.var.at),
  ]);
  const rows = list.rows.map((row) => withPriorityNow(row, queues, c.var.at));
  return c.html(<DeskList reader={readerOf(c)} now={clockOf(c)} view={name} list={{ ...list, rows }} counts={counts} />);
}

/** The index knows where the priority began; by now it has risen (L04). */
function withPriorityNow(row: TicketRow, queues: Queue[], at: Instant): TicketRow {
  return { ...row, priority: currentPriority(row, at, queueWithId(queues, row.queue).calendar) };
}

/** Beside what every list shows; an owner who is the same in each row is left out. */
const columns: Record<DeskView, TicketColumn[]> = {
  mine: ['requester', 'priority', 'due'],
  nobody: ['requester', 'priority', 'due'],
  open: ['requester', 'owner', 'priority', 'due'],
  closed: ['requester', 'owner'],
};

type DeskListProps = { reader: Reader; now: Clock; view: DeskView; list: Listed<TicketRow>; counts: ViewCounts };

export const DeskList: FC<DeskListProps> = ({ reader, now, view, list, counts }) => {
  const { text } = reader;
  const words = text.portal.views;
  const base = addresses[view];
  const title = words.titles[view];
  return (
    <DeskFrame reader={reader} title={title} here={pageLink(base, list.page)} place={view} counts={counts}>
      <Heading title={title} />
      {list.total === 0 ? (
        <Empty title={words.empty[view]}>
          {view === 'mine' && counts.nobody > 0 && <p><a href={addresses.nobody}>{words.toNobody(counts.nobody)}</a></p>}
        </Empty>
      ) : (
        <>
          <TicketTable rows={list.rows} columns={columns[view]} staff now={now} text={text} label={title} />
          <p class="total">{text.portal.ownTickets.count(list.total)}</p>
          <PageLinks list={list} base={base} text={text} />
        </>
      )}
    </DeskFrame>
  );
};

type DeskFoundProps = { reader: Reader; now: Clock; search: Search; counts: ViewCounts };

export const DeskFound: FC<DeskFoundProps> = ({ reader, now, search, counts }) => {
  const title = reader.text.portal.search.title(search.typed);
  return (
    <DeskFrame reader={reader} title={title} here={`/desk?q=${encodeURIComponent(search.typed)}`} place={null} counts={counts} typed={search.typed}>
      <Heading title={title} />
      <FoundTickets search={search} base="/desk" columns={columns.open} staff reader={reader} now={now} />
    </DeskFrame>
  );
};
