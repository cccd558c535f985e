/** `GET /desk/intake/days`: what became of the mails of each day. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { DayTotals } from '../../directory/find-mails.ts';
import type { IntakeOutcome } from '../../directory/schema.ts';
import { daysBefore, daysSince, isoDate } from '../../rules/intake-search.ts';
import { DAY_MS } from '../../rules/wall-clock.ts';
import { readIntakeDays, type IntakeDays } from '../../ticket-index/intake-list.ts';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import { calendarTime, type Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, viewerOf } from '../reader.ts';
import { intakeLink } from './asked-intake.ts';
import { deskFacts } from './desk-facts.ts';
import { DeskFrame } from './desk-frame.tsx';
import { IntakeNav } from './intake-nav.tsx';
import { inWords, outcomeOrder } from './intake-sum.tsx';

const DAYS_PER_PAGE = 31;

export async function showIntakeDays(c: Context<PortalEnv>) {
  const now = clockOf(c);
  const page = askedPage(c.req.query('page'));
  const spans = daysBefore(now.at, now.zone, { page, count: DAYS_PER_PAGE });
  const { days, first, counts } = await readIntakeDays(c.env.DB, { days: spans, viewer: viewerOf(c), ...deskFacts(c) });
  const pages = Math.ceil(daysSince(first ?? now.at, now.at, now.zone) / DAYS_PER_PAGE);
  return c.html(<Days reader={readerOf(c)} now={now} days={days} list={{ page, pages }} counts={counts} />);
}

type DaysProps = Pick<IntakeDays, 'days' | 'counts'> & { reader: Reader; now: Clock; list: { page: number; pages: number } };

export const Days: FC<DaysProps> = ({ reader, now, days, list, counts }) => {
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
        <tbody role="rowgroup">{days.map((day) => <Day totals={day} reader={reader} now={now} />)}</tbody>
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
