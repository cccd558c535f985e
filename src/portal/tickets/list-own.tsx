/** `GET /tickets`, `?status=closed`, `?whose=organisation`: the tickets the reader is on, or those of their organisation; `?q=`: those on which that was said. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { isStaff } from '../../rules/ticket.ts';
import { listOwn, type OwnList } from '../../ticket-index/list.ts';
import type { Listed, TicketRow } from '../../ticket-index/ticket-row.ts';
import { askedSearch } from '../asked-search.ts';
import { Choices } from '../parts/choices.tsx';
import { Empty } from '../parts/empty.tsx';
import { FoundTickets, type Search } from '../parts/found-tickets.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import { SearchForm } from '../parts/search-form.tsx';
import { TicketTable } from '../parts/ticket-table.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, signedIn, viewerOf } from '../reader.ts';

export async function showOwn(c: Context<PortalEnv>) {
  if (isStaff(signedIn(c).role) && c.req.query('q') !== undefined) return c.redirect(`/desk?q=${encodeURIComponent(c.req.query('q') ?? '')}`, 303);
  const search = await askedSearch(c);
  if (search !== null) return c.html(<OwnFound reader={readerOf(c)} now={clockOf(c)} search={search} />);
  const closed = c.req.query('status') === 'closed';
  const whose = c.req.query('whose') === 'organisation' && viewerOf(c).reach.domains.length > 0 ? 'organisation' : 'mine';
  const list = await listOwn(c.env.DB, viewerOf(c), { whose, closed, page: askedPage(c.req.query('page')) });
  return c.html(<OwnTickets reader={readerOf(c)} now={clockOf(c)} list={list} whose={whose} closed={closed} />);
}

function listAddress(whose: OwnList['whose'], closed: boolean): string {
  const asked = [whose === 'organisation' ? 'whose=organisation' : '', closed ? 'status=closed' : ''].filter((one) => one !== '');
  return asked.length === 0 ? '/tickets' : `/tickets?${asked.join('&')}`;
}

type OwnTicketsProps = { reader: Reader; now: Clock; list: Listed<TicketRow>; whose: OwnList['whose']; closed: boolean };

export const OwnTickets: FC<OwnTicketsProps> = ({ reader, now, list, whose, closed }) => {
  const { text, settings, person } = reader;
  const words = text.portal.ownTickets;
  const base = listAddress(whose, closed);
  const title = whose === 'mine' ? words.title : words.organisation.title;
  return (
    <Layout {...reader} title={title} here={pageLink(base, list.page)} width="wide" live="/live">
      <Heading title={title}>
        <SearchForm action="/tickets" label={text.portal.search.own} text={text} />
        <Choices label={words.filter} choices={[
          { href: listAddress(whose, false), label: words.open, current: !closed },
          { href: listAddress(whose, true), label: words.closed, current: closed },
        ]} />
        {(person?.reach.domains.length ?? 0) > 0 && (
          <Choices label={words.organisation.whose} choices={[
            { href: listAddress('mine', closed), label: words.organisation.mine, current: whose === 'mine' },
            { href: listAddress('organisation', closed), label: words.organisation.all, current: whose === 'organisation' },
          ]} />
        )}
      </Heading>
      {list.total === 0 ? (
        <Empty title={whose === 'organisation' ? words.organisation.empty : closed ? words.emptyClosed : words.emptyOpen}>
          <p>{words.emptyTodo}</p>
          <p class="row">
            <a class="button main" href="/tickets/new">{text.portal.layout.newTicket}</a>
            <a href={`mailto:${settings.supportAddress}`}>{settings.supportAddress}</a>
          </p>
        </Empty>
      ) : (
        <>
          <TicketTable rows={list.rows} staff={person !== null && isStaff(person.role)} now={now} text={text} label={title} />
          <p class="total">{words.count(list.total)}</p>
          <PageLinks list={list} base={base} text={text} />
        </>
      )}
    </Layout>
  );
};

export const OwnFound: FC<{ reader: Reader; now: Clock; search: Search }> = ({ reader, now, search }) => {
  const { text } = reader;
  const words = text.portal.search;
  return (
    <Layout {...reader} title={words.title(search.typed)} here={`/tickets?q=${encodeURIComponent(search.typed)}`} width="wide">
      <p class="way-back"><a href="/tickets">← {text.portal.ownTickets.title}</a></p>
      <Heading title={words.title(search.typed)}>
        <SearchForm action="/tickets" label={words.own} typed={search.typed} text={text} />
      </Heading>
      <FoundTickets search={search} base="/tickets" reader={reader} now={now} />
    </Layout>
  );
};
