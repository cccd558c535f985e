/** `GET /tickets/N`: one ticket, with everything its reader may see and do. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { listStaff } from '../../directory/people.ts';
import type { TicketPage } from '../../rules/page.ts';
import { isStaff, type Person } from '../../rules/ticket.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import { OwnerName } from '../parts/person-name.tsx';
import { DueMark, StatusMark } from '../parts/status-mark.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, signedIn, viewerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';
import { Composer } from './composer.tsx';
import { fieldId, type Draft } from './draft.ts';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { MergedNotice, ReferenceNotice } from './merge-parts.tsx';

export function showTicket(c: Context<PortalEnv>) {
  return ticketPage(c, null);
}

/** The ticket's page; with a `draft`, the form that came back (422). Customers of a merged ticket are led to what it is part of. */
export async function ticketPage(c: Context<PortalEnv>, draft: Draft | null, number = askedNumber(c)) {
  const staff = isStaff(signedIn(c).role);
  const [page, agents] = await Promise.all([
    number === null ? null : ticketOf(c.env, number).page(viewerOf(c), c.var.at),
    staff ? listStaff(c.env.DB) : [],
  ]);
  if (page === null) return errorPage(c, 'notFound');
  if (page.mergedInto !== null && !staff) return c.redirect(`/tickets/${page.mergedInto}`, 303);
  return c.html(<TicketView page={page} reader={readerOf(c)} staff={staff} now={clockOf(c)} agents={agents} draft={draft} />, statusOf(draft));
}

/** 409 for an answer that would have gone past something, 422 for what is wrong by itself. */
function statusOf(draft: Draft | null): 200 | 409 | 422 {
  if (draft === null) return 200;
  return draft.past === undefined ? 422 : 409;
}

type TicketViewProps = { page: TicketPage; reader: Reader; staff: boolean; now: Clock; agents: Person[]; draft: Draft | null };

export const TicketView: FC<TicketViewProps> = (props) => {
  const { page, reader, staff, now, draft } = props;
  const { text } = reader;
  const subject = page.fields.subject || text.words.noSubject;
  return (
    <Layout {...reader} title={text.portal.ticket.title(page.number, subject)} here={`/tickets/${page.number}`} width="wide">
      <header class="ticket-head">
        <h1><span class="number">#{page.number}</span> {subject}</h1>
        <p class="state">
          <StatusMark status={page.fields.status} staff={staff} text={text} />
          <span>{text.portal.ticket.fields.owner}: <OwnerName owner={page.owner} text={text} /></span>
          {staff && page.fields.closedAt === null && <span>{text.portal.ticket.fields.dueAt}: <DueMark ticket={page.fields} now={now} text={text} look="short" /></span>}
          <a class="to-facts" href="#facts">{text.portal.ticket.toFacts}</a>
        </p>
      </header>
      {draft !== null && <WrongFields errors={draft.errors} text={text} idOf={(name) => fieldId(draft.form, name)} />}
      {page.mergedInto !== null && <MergedNotice page={page} text={text} into={page.mergedInto} />}
      {page.rights.change && <ReferenceNotice page={page} text={text} />}
      {staff && !page.authenticated && <Notice tone="careful">{text.portal.ticket.nobodyVouches}</Notice>}
      <div class="ticket">
        <div class="talk">
          {page.mergedInto === null && <Composer page={page} reader={reader} draft={draft} now={now} />}
          <History page={page} reader={reader} staff={staff} now={now} />
        </div>
        <Facts {...props} />
      </div>
    </Layout>
  );
};
