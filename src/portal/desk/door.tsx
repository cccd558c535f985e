/** `GET /desk/door`: mails that wait for an agent's decision (A20). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { listIntake, type IntakeRow } from '../../directory/intake.ts';
import { floodsAtDoor, isBraked, type Flood } from '../../directory/tallies.ts';
import type { ViewCounts } from '../../ticket-index/view-counts.ts';
import type { Listed } from '../../ticket-index/ticket-row.ts';
import { Empty } from '../parts/empty.tsx';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { Notice } from '../parts/notice.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';
import { Decisions } from './decisions.tsx';
import { viewCounts } from './desk-facts.ts';
import { DeskFrame } from './desk-frame.tsx';

export async function showDoor(c: Context<PortalEnv>) {
  const page = askedPage(c.req.query('page'));
  const now = clockOf(c);
  const [list, counts, floods, braked] = await Promise.all([
    listIntake(c.env.DB, { outcome: 'door', page }),
    viewCounts(c),
    floodsAtDoor(c.env.DB),
    isBraked(c.env.DB, now.at),
  ]);
  return c.html(<Door reader={readerOf(c)} now={now} list={list} counts={counts} floods={floods} braked={braked} />);
}

type DoorProps = { reader: Reader; now: Clock; list: Listed<IntakeRow>; counts: ViewCounts; floods: Flood[]; braked: boolean };

export const Door: FC<DoorProps> = ({ reader, now, list, counts, floods, braked }) => {
  const words = reader.text.portal.door;
  return (
    <DeskFrame reader={reader} title={words.title} here={pageLink('/desk/door', list.page)} place="door" counts={counts}>
      <Heading title={words.title} lead={words.lead} />
      {braked && <Notice tone="careful"><p>{words.braked}</p></Notice>}
      {floods.map(({ sender, mails }) => <Notice tone="careful"><p>{words.flood(sender, mails)}</p></Notice>)}
      {list.total === 0 ? (
        <Empty title={words.empty}><p>{words.emptyTodo}</p></Empty>
      ) : (
        <>
          <ol class="cards">{list.rows.map((mail) => <Waiting mail={mail} reader={reader} now={now} />)}</ol>
          <PageLinks list={list} base="/desk/door" text={reader.text} />
        </>
      )}
    </DeskFrame>
  );
};

const Waiting: FC<{ mail: IntakeRow; reader: Reader; now: Clock }> = ({ mail, reader: { text }, now }) => (
  <li class="card">
    <div class="top">
      <h2><a href={`/desk/door/${mail.key}`}>{mail.subject || text.words.noSubject}</a></h2>
      <Moment instant={mail.receivedAt} now={now} look="entry" />
    </div>
    <Sender mail={mail} text={text} />
    <Why mail={mail} text={text} />
    <Decisions mail={mail} text={text} />
  </li>
);

export const Sender: FC<{ mail: IntakeRow; text: Reader['text'] }> = ({ mail, text }) => (
  <p>
    {text.portal.door.from} <strong>{mail.senderName || mail.sender || text.portal.door.noSender}</strong>
    {mail.senderName && mail.sender && <span class="address"> {mail.sender}</span>}
  </p>
);

/** Why it waits, in words, and what it claims to belong to. */
export const Why: FC<{ mail: IntakeRow; text: Reader['text'] }> = ({ mail, text }) => (
  <p class="why">
    {mail.reason !== null && (text.portal.intake.reasons[mail.reason] ?? mail.reason)}
    {mail.number !== null && <> <a href={`/tickets/${mail.number}`}>{text.portal.door.meant(`#${mail.number}`)}</a></>}
    {mail.outcome === 'door' && mail.asked !== null && <> {text.portal.door.asked(mail.asked)}</>}
  </p>
);
