/** `GET /tickets/N/print`: the ticket on paper, its whole history on one page and nothing to press. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { Entry, TicketPage } from '../../rules/page.ts';
import { wholePage } from '../../ticket/whole-page.ts';
import { errorPage } from '../errors.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, viewerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';
import { placeName } from './asked-part.ts';
import { Facts } from './facts.tsx';
import { HistoryList } from './history.tsx';
import { pageWith, surroundings } from './show-ticket.tsx';

/** A page with more articles than this is no longer printed at once. */
const MOST_PARTS = 25;

export async function printTicket(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  if (number === null) return errorPage(c, 'notFound');
  const [own, around] = await Promise.all([wholePage(c.env, number, { viewer: viewerOf(c), at: c.var.at, mostParts: MOST_PARTS }), surroundings(c, number)]);
  if (own === null) return errorPage(c, 'notFound');
  const rights = { reply: false, comment: false, change: false, source: false };
  const whole = pageWith(own, around, c.var.at);
  const page = { ...whole, rights, people: whole.people.map((person) => ({ ...person, removable: false })), entries: whole.entries.map(withoutButtons) };
  return c.html(<PrintedTicket page={page} reader={readerOf(c)} staff={page.staff} now={clockOf(c)} />);
}

function withoutButtons<Shown extends Entry>(entry: Shown): Shown {
  return { ...entry, letters: entry.letters.map(({ inTrouble: _, ...letter }) => letter) };
}

const PrintedTicket: FC<{ page: TicketPage; reader: Reader; staff: boolean; now: Clock }> = ({ page, reader, staff, now }) => {
  const { text } = reader;
  const title = text.portal.ticket.title(page.number, page.fields.subject || text.words.noSubject);
  const nothingAround = { queues: [], agents: [], others: [], note: '', labels: [], canned: [] };
  return (
    <Layout {...reader} title={title} here={`/tickets/${page.number}/print`} width="wide">
      <p class="source"><a href={`/tickets/${page.number}`}>← {text.portal.around.printBack}</a></p>
      <Heading title={title} />
      <Facts page={page} reader={{ ...reader, person: null }} staff={staff} now={now} around={nothingAround} draft={null} />
      {page.older !== null && <Notice>{text.portal.around.printOlder} <a href={`/tickets/${page.number}?before=${placeName(page.older)}`}>{text.portal.around.older}</a></Notice>}
      <section class="history printed" aria-label={text.portal.history.title}>
        <HistoryList page={page} reader={reader} staff={staff} now={now} oldestFirst={reader.person?.oldestFirst ?? false} />
      </section>
    </Layout>
  );
};
