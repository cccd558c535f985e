/** `GET /tickets`, `?status=closed`: the tickets the reader is on. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { isStaff } from '../../rules/ticket.ts';
import { listTickets } from '../../ticket-index/list.ts';
import type { Listed, TicketRow } from '../../ticket-index/ticket-row.ts';
import { Choices } from '../parts/choices.tsx';
import { Empty } from '../parts/empty.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import { TicketTable } from '../parts/ticket-table.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, signedIn } from '../reader.ts';

export async function listOwn(c: Context<PortalEnv>) {
  const closed = c.req.query('status') === 'closed';
  const view = { kind: 'own', address: signedIn(c).address, closed } as const;
  const list = await listTickets(c.env.DB, view, askedPage(c.req.query('page')));
  return c.html(<OwnTickets reader={readerOf(c)} now={clockOf(c)} list={list} closed={closed} />);
}

type OwnTicketsProps = { reader: Reader; now: Clock; list: Listed<TicketRow>; closed: boolean };

export const OwnTickets: FC<OwnTicketsProps> = ({ reader, now, list, closed }) => {
  const { text, settings, person } = reader;
  const words = text.portal.ownTickets;
  const base = closed ? '/tickets?status=closed' : '/tickets';
  return (
    <Layout {...reader} title={words.title} here={pageLink(base, list.page)} width="wide">
      <Heading title={words.title}>
        <Choices label={words.filter} choices={[
          { href: '/tickets', label: words.open, current: !closed },
          { href: '/tickets?status=closed', label: words.closed, current: closed },
        ]} />
      </Heading>
      {list.total === 0 ? (
        <Empty title={closed ? words.emptyClosed : words.emptyOpen}>
          <p>{words.emptyTodo}</p>
          <p class="row">
            <a class="button main" href="/tickets/new">{text.portal.layout.newTicket}</a>
            <a href={`mailto:${settings.supportAddress}`}>{settings.supportAddress}</a>
          </p>
        </Empty>
      ) : (
        <>
          <TicketTable rows={list.rows} columns={['requester', 'owner']} staff={person !== null && isStaff(person.role)} now={now} text={text} label={words.title} />
          <p class="total">{words.count(list.total)}</p>
          <PageLinks list={list} base={base} text={text} />
        </>
      )}
    </Layout>
  );
};
