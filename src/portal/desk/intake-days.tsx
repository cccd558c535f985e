/** `GET /desk/intake/days`: what became of the mails of each day. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { firstArrival, totalsByDay } from '../../directory/find-mails.ts';
import type { IntakeTotals } from '../../directory/intake.ts';
import type { IntakeOutcome } from '../../directory/schema.ts';
import { daysBefore, isoDate } from '../../rules/intake-search.ts';
import { DAY_MS } from '../../rules/wall-clock.ts';
import type { ViewCounts } from '../../ticket-index/view-counts.ts';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import { calendarTime, type Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, viewerOf } from '../reader.ts';
import { intakeLink } from './asked-intake.ts';
import { viewCounts } from './desk-facts.ts';
import { DeskFrame } from './desk-frame.tsx';
import { IntakeNav } from './intake-nav.tsx';
import { inWords, outcomeOrder } from './intake-sum.tsx';

const DAYS_PER_PAGE = 31;

type DayTotals = IntakeTotals & { day: number };

export async function showIntakeDays(c: Context<PortalEnv>) {
  const now = clockOf(c);
  const page = askedPage(c.req.query('page'));
  const days = daysBefore(now.at, now.zone, { page, count: DAYS_PER_PAGE });
  const [totals, first, counts] = await Promise.all([totalsByDay(c.env.DB, { days, viewer: viewerOf(c) }), firstArrival(c.env.DB), viewCounts(c)]);
  const pages = Math.max(1, Math.ceil((now.at - (first ?? now.at)) / DAY_MS / DAYS_PER_PAGE));
  return c.html(<Days reader={readerOf(c)} now={now} totals={totals} list={{ page, pages }} counts={counts} />);
}

type DaysProps = { reader: Reader; now: Clock; totals: DayTotals[]; list: { page: number; pages: number }; counts: ViewCounts };

export const Days: FC<DaysProps> = ({ reader, now, totals, list, counts }) => {
  const words = reader.text.portal.intake;
  const base = '/desk/intake/days';
  return (
    <DeskFrame reader={reader} title={words.daysTitle} here={pageLink(base, list.page)} place="intake" counts={counts}>
      <Heading title={words.daysTitle} lead={words.daysLead(now.zone)} />
      <IntakeNav page="days" text={reader.text} />
      <table class="ledger dense" role="table" aria-label={words.daysTitle}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="c-number">{words.day}</th>
            <th role="columnheader" scope="col">{words.columns.outcome}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">{totals.map((day) => <Day totals={day} reader={reader} now={now} />)}</tbody>
      </table>
      <PageLinks list={list} base={base} text={reader.text} />
    </DeskFrame>
  );
};

/** Read aloud: 12 arrived = 10 on a ticket + 2 at the door. */
const Day: FC<{ totals: DayTotals; reader: Reader; now: Clock }> = ({ totals, reader, now }) => {
  const words = reader.text.portal.intake;
  const day = isoDate(totals.day);
  const link = (outcome: IntakeOutcome | null) => intakeLink({ outcome, typed: '', day });
  return (
    <tr role="row">
      <td role="cell" class="c-number"><time datetime={day}>{calendarTime({ kind: 'day', at: totals.day * DAY_MS }, now)}</time></td>
      <td role="cell" class="c-what">
        {totals.total === 0 ? words.noneThatDay : <a href={link(null)}>{inWords(totals.total, reader)} {words.received}</a>}
        {outcomeOrder.filter((one) => totals[one] > 0).map((one, place) => <>{place === 0 ? ' = ' : ' + '}<a href={link(one)}>{inWords(totals[one], reader)} {words.outcomes[one]}</a></>)}
      </td>
    </tr>
  );
};
