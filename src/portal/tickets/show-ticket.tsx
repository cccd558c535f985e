/** `GET /tickets/N`: one ticket, with everything its reader may see and do. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { queueWithId, readQueues } from '../../directory/queues.ts';
import type { OwnPage, TicketPage } from '../../rules/page.ts';
import { currentPriority, pressing } from '../../rules/service-level.ts';
import { isStaff, type Instant } from '../../rules/ticket.ts';
import { aroundTicket, type Surroundings } from '../../ticket-index/around-ticket.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import { Layout } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import { OwnerName } from '../parts/person-name.tsx';
import { askedTold, SettledNotice, type Told } from '../parts/settling.tsx';
import { DueMark, StatusMark } from '../parts/status-mark.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, signedIn, viewerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';
import { askedPart } from './asked-part.ts';
import { Composer } from './composer.tsx';
import { fieldId, type Draft } from './draft.ts';
import { Facts, type FactsProps } from './facts.tsx';
import { History } from './history.tsx';
import { MergedNotice, ReferenceNotice } from './merge-parts.tsx';
import { cameFrom, Neighbours, type CameFrom } from './neighbours.tsx';
import { AskedNotice } from './secrets-facts.tsx';
import { LastActNotice } from './undo-parts.tsx';

export function showTicket(c: Context<PortalEnv>) {
  return ticketPage(c, null);
}

/** The ticket's page; with a `draft`, the form that came back (422). Customers of a merged ticket are led to what it is part of. */
export async function ticketPage(c: Context<PortalEnv>, draft: Draft | null, number = askedNumber(c)) {
  if (number === null) return errorPage(c, 'notFound');
  const [own, around] = await Promise.all([ticketOf(c.env, number).page(viewerOf(c), c.var.at, askedPart(c)), surroundings(c, number)]);
  if (own === null) return errorPage(c, 'notFound');
  if (own.mergedInto !== null && !own.staff) return c.redirect(`/tickets/${own.mergedInto}`, 303);
  const page = pageWith(own, around, c.var.at);
  return c.html(<TicketView page={page} reader={readerOf(c)} staff={page.staff} now={clockOf(c)} around={own.staff ? around : outside(around)} draft={draft} from={cameFrom(c, number)} said={own.staff ? askedTold(c) : null} />, statusOf(draft));
}

/** 409 for an answer that would have gone past something, 422 for what is wrong by itself. */
function statusOf(draft: Draft | null): 200 | 409 | 422 {
  if (draft === null) return 200;
  return draft.past === undefined ? 422 : 409;
}

/** What the desk knows around the ticket; of which outsiders get nothing but how pressing it is. */
export async function surroundings(c: Context<PortalEnv>, number: number): Promise<Surroundings> {
  const { settings, at } = c.var;
  if (isStaff(signedIn(c).role)) return aroundTicket(c.env.DB, settings, { number, viewer: viewerOf(c) }, at);
  return outside({ queues: await readQueues(c.env.DB, settings, at) });
}

/** What is left of it for whoever does not work on the ticket. */
export function outside({ queues }: Pick<Surroundings, 'queues'>): Surroundings {
  return { queues, agents: [], others: [], note: '', labels: [], canned: [] };
}

/** The ticket's own page with what the desk knows of its queue. */
export function pageWith(own: OwnPage, { queues }: Surroundings, at: Instant): TicketPage {
  const shown = own.staff ? queues.map(({ id, name, retired }) => ({ id, name, retired })) : [];
  const { calendar } = queueWithId(queues, own.fields.queue);
  return { ...own, currentPriority: currentPriority(own.fields, at, calendar), due: pressing(own.fields, at, calendar), queues: shown };
}

export const TicketView: FC<FactsProps & { from: CameFrom; said: Told | null }> = ({ from, said, ...props }) => {
  const { page, reader, staff, now, draft, around } = props;
  const { text } = reader;
  const oldestFirst = reader.person?.oldestFirst ?? false;
  const composer = page.mergedInto === null && <Composer page={page} reader={reader} draft={draft} now={now} canned={around.canned} queues={around.queues} agents={around.agents} />;
  const subject = page.fields.subject || text.words.noSubject;
  return (
    <Layout {...reader} title={text.portal.ticket.title(page.number, subject)} here={`/tickets/${page.number}`} width="wide" live={`/tickets/${page.number}/live`}>
      {staff && <Neighbours from={from} number={page.number} text={text} />}
      <header class="ticket-head">
        {staff && <p class="presence" id="presence" role="status" data-own="" data-looking={text.portal.live.looking} data-writing={text.portal.live.writing} hidden />}
        <p class="only-heard" id="news" role="status" data-own="" data-arrived={text.portal.live.arrived} />
        <h1><span class="number">#{page.number}</span> {subject}</h1>
        <p class="state">
          <StatusMark status={page.fields.status} staff={staff} text={text} />
          <span>{text.portal.ticket.fields.owner}: <OwnerName owner={page.owner} text={text} /></span>
          {staff && page.fields.closedAt === null && <span>{text.portal.ticket.fields.dueAt}: <DueMark dueAt={page.fields.dueAt} state={page.due} now={now} text={text} look="short" /></span>}
          {staff && page.fields.waitingUntil !== null && <span>{text.portal.ticket.fields.waitingUntil}: <Moment instant={page.fields.waitingUntil} now={now} look="entry" /></span>}
          <a class="to-facts" href="#facts">{text.portal.ticket.toFacts}</a>
        </p>
      </header>
      {draft !== null && <WrongFields errors={draft.errors} text={text} idOf={(name) => fieldId(draft.form, name)} />}
      <AskedNotice {...props} />
      <LastActNotice page={page} reader={reader} />
      <SettledNotice said={said} text={text} />
      {page.mergedInto !== null && <MergedNotice page={page} text={text} into={page.mergedInto} />}
      {page.rights.change && <ReferenceNotice page={page} text={text} />}
      {staff && !page.authenticated && <Notice tone="careful">{text.portal.ticket.nobodyVouches}</Notice>}
      {staff && <script src="/writing.js" defer></script>}
      <script src="/files.js" defer></script>
      <div class="ticket">
        <div class="talk">
          {!oldestFirst && composer}
          <History page={page} reader={reader} staff={staff} now={now} agents={around.agents} />
          {oldestFirst && composer}
        </div>
        <Facts {...props} />
      </div>
    </Layout>
  );
};
