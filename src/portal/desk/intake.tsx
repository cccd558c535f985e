/** `GET /desk/intake`: the ledger of all mails. Its sum proves that none is lost. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { IntakeRow } from '../../directory/intake.ts';
import { isErased } from '../../rules/readdressing.ts';
import { readIntake, type IntakeList } from '../../ticket-index/intake-list.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Field } from '../parts/field.tsx';
import { fileSize } from '../parts/file-size.ts';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { pageLink, PageLinks } from '../parts/page-links.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { articleLink } from '../tickets/article-address.ts';
import { askedIntake, intakeLink, type ShownFilter } from './asked-intake.ts';
import { deskFacts } from './desk-facts.ts';
import { DeskFrame } from './desk-frame.tsx';
import { IntakeNav } from './intake-nav.tsx';
import { IntakeSum } from './intake-sum.tsx';

export async function showIntake(c: Context<PortalEnv>) {
  const { asked, shown } = askedIntake(c);
  return c.html(<Ledger reader={readerOf(c)} now={clockOf(c)} filter={shown} {...await readIntake(c.env.DB, { asked, ...deskFacts(c) })} />);
}

type LedgerProps = IntakeList & { reader: Reader; now: Clock; filter: ShownFilter };

export const Ledger: FC<LedgerProps> = ({ reader, now, filter, list, totals, counts }) => {
  const { text } = reader;
  const words = text.portal.intake;
  const base = intakeLink(filter);
  const sought = filter.typed !== '' || filter.day !== '';
  return (
    <DeskFrame reader={reader} title={words.title} here={pageLink(base, list.page)} place="intake" counts={counts}>
      <Heading title={words.title} lead={words.lead} />
      <IntakeNav page="mails" text={text} />
      <IntakeSum totals={totals} outcome={filter.outcome} reader={reader} />
      <FindMail filter={filter} reader={reader} />
      {list.total === 0 ? <Empty title={sought ? words.noneFound : words.empty} /> : (
        <>
          <Mails rows={list.rows} reader={reader} now={now} />
          <PageLinks list={list} base={base} text={text} />
        </>
      )}
    </DeskFrame>
  );
};

const FindMail: FC<{ filter: ShownFilter; reader: Reader }> = ({ filter, reader: { text } }) => {
  const words = text.portal.intake;
  return (
    <form class="find" method="get" action="/desk/intake" role="search" aria-label={words.findMail}>
      {filter.outcome !== null && <input type="hidden" name="outcome" value={filter.outcome} />}
      <Field name="mail" type="search" label={words.search} value={filter.typed} autocomplete="off" maxlength={300} />
      <Field name="day" type="date" label={words.day} value={filter.day} />
      <Button look="plain">{words.find}</Button>
    </form>
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
    mail.missingAt === null ? '' : words.missing,
    mail.changedAt === null ? '' : words.changed,
  ].filter((remark) => remark !== '');
  const where = mail.number === null ? null : <a href={mail.article === null ? `/tickets/${mail.number}` : articleLink(mail.number, mail.article)}>#{mail.number}</a>;
  return (
    <>
      {words.outcomes[mail.outcome]} {where}{remarks.length > 0 && <span class="why">{remarks.join(' · ')}</span>}
      {mail.missingAt === null && !isErased(mail.sender ?? '') && <span class="why"><a href={sourceOf(mail)} download>{text.portal.door.source}</a></span>}
    </>
  );
};

/** By way of its ticket, which may have taken something out of it. */
function sourceOf({ key, number, article }: IntakeRow): string {
  return number === null || article === null ? `/desk/door/${key}/source` : `/tickets/${number}/articles/${article}/source`;
}

function subjectOf(mail: IntakeRow, text: Reader['text']): string {
  return mail.subject || text.words.noSubject;
}
