/** `GET /desk/intake`: the ledger of all mails. Its sum proves that none is lost. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import * as v from 'valibot';
import { intakeTotals, listIntake, type IntakeRow, type IntakeTotals } from '../../directory/intake.ts';
import { intakeOutcomes, type IntakeOutcome } from '../../directory/schema.ts';
import type { ViewCounts } from '../../ticket-index/view-counts.ts';
import type { Listed } from '../../ticket-index/ticket-row.ts';
import { Empty } from '../parts/empty.tsx';
import { fileSize } from '../parts/file-size.ts';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, viewerOf } from '../reader.ts';
import { articleLink } from '../tickets/article-address.ts';
import { viewCounts } from './desk-facts.ts';
import { DeskFrame } from './desk-frame.tsx';

export async function showIntake(c: Context<PortalEnv>) {
  const asked = v.safeParse(v.picklist(intakeOutcomes), c.req.query('outcome'));
  const outcome = asked.success ? asked.output : null;
  const page = askedPage(c.req.query('page'));
  const [list, totals, counts] = await Promise.all([
    listIntake(c.env.DB, { outcome, viewer: viewerOf(c), page }),
    intakeTotals(c.env.DB, viewerOf(c)),
    viewCounts(c),
  ]);
  return c.html(<Ledger reader={readerOf(c)} now={clockOf(c)} outcome={outcome} list={list} totals={totals} counts={counts} />);
}

type LedgerProps = { reader: Reader; now: Clock; outcome: IntakeOutcome | null; list: Listed<IntakeRow>; totals: IntakeTotals; counts: ViewCounts };

export const Ledger: FC<LedgerProps> = ({ reader, now, outcome, list, totals, counts }) => {
  const { text } = reader;
  const words = text.portal.intake;
  const base = outcome === null ? '/desk/intake' : `/desk/intake?outcome=${outcome}`;
  return (
    <DeskFrame reader={reader} title={words.title} here={pageLink(base, list.page)} place="intake" counts={counts}>
      <Heading title={words.title} lead={words.lead} />
      <Sum totals={totals} outcome={outcome} reader={reader} />
      {list.total === 0 ? <Empty title={words.empty} /> : (
        <>
          <Mails rows={list.rows} reader={reader} now={now} />
          <PageLinks list={list} base={base} text={text} />
        </>
      )}
    </DeskFrame>
  );
};

const order: IntakeOutcome[] = ['filed', 'door', 'machine', 'loop', 'refused', 'received'];

const Sum: FC<{ totals: IntakeTotals; outcome: IntakeOutcome | null; reader: Reader }> = ({ totals, outcome, reader: { text, language } }) => {
  const words = text.portal.intake;
  const count = (mails: number) => mails.toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');
  return (
    <nav class="ledger-sum" aria-label={words.filter}>
      <a href="/desk/intake" aria-current={outcome === null ? 'page' : undefined}><b>{count(totals.total)}</b> {words.received}</a>
      {order.map((one, place) => (
        <>
          <span class="sign" title={words.sum}>{place === 0 ? '=' : '+'}</span>
          <a href={`/desk/intake?outcome=${one}`} aria-current={outcome === one ? 'page' : undefined}><b>{count(totals[one])}</b> {words.outcomes[one]}</a>
        </>
      ))}
    </nav>
  );
};

const Mails: FC<{ rows: IntakeRow[]; reader: Reader; now: Clock }> = ({ rows, reader, now }) => {
  const words = reader.text.portal.intake;
  return (
    <table class="ledger dense" role="table" aria-label={words.title}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="c-number">{words.columns.time}</th>
          <th role="columnheader" scope="col">{words.columns.sender}</th>
          <th role="columnheader" scope="col">{words.columns.subject}</th>
          <th role="columnheader" scope="col">{words.columns.outcome}</th>
          <th role="columnheader" scope="col" class="c-size">{words.columns.size}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((mail) => <MailRow mail={mail} reader={reader} now={now} />)}</tbody>
    </table>
  );
};

const MailRow: FC<{ mail: IntakeRow; reader: Reader; now: Clock }> = ({ mail, reader: { text, language }, now }) => (
  <tr role="row">
    <td role="cell" class="c-number"><Moment instant={mail.receivedAt} now={now} look="entry" /></td>
    <td role="cell" class="c-what c-sender">{mail.senderName || mail.sender || mail.envelopeFrom}{mail.senderName && <span class="why">{mail.sender}</span>}</td>
    <td role="cell" class="c-what">{mail.article !== null ? subjectOf(mail, text) : <a href={`/desk/door/${mail.key}`}>{subjectOf(mail, text)}</a>}</td>
    <td role="cell" class="c-what"><Outcome mail={mail} text={text} /></td>
    <td role="cell" class="c-size">{fileSize(mail.size, language)}</td>
  </tr>
);

const Outcome: FC<{ mail: IntakeRow; text: Reader['text'] }> = ({ mail, text }) => {
  const words = text.portal.intake;
  const remarks = [
    mail.reason === null ? '' : (words.reasons[mail.reason] ?? mail.reason),
    mail.decidedBy === null ? '' : words.decidedBy(mail.decidedBy),
    mail.attempts > 1 ? words.attempts(mail.attempts) : '',
  ].filter((remark) => remark !== '');
  const where = mail.number === null ? null : <a href={mail.article === null ? `/tickets/${mail.number}` : articleLink(mail.number, mail.article)}>#{mail.number}</a>;
  return <>{words.outcomes[mail.outcome]} {where}{remarks.length > 0 && <span class="why">{remarks.join(' · ')}</span>}</>;
};

function subjectOf(mail: IntakeRow, text: Reader['text']): string {
  return mail.subject || text.words.noSubject;
}
