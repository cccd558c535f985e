/** `GET /desk/door`: mails that wait for an agent's decision (A20); `?list=decided`: those about which somebody decided, to decide again. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { IntakeRow } from '../../directory/intake.ts';
import { readDoor, type DoorList } from '../../ticket-index/door-list.ts';
import { Empty } from '../parts/empty.tsx';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import { Notice } from '../parts/notice.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, viewerOf } from '../reader.ts';
import { Decided } from './decided.tsx';
import { Decisions } from './decisions.tsx';
import { deskFacts } from './desk-facts.ts';
import { DeskFrame } from './desk-frame.tsx';

export async function showDoor(c: Context<PortalEnv>) {
  const decided = c.req.query('list') === 'decided';
  const door = await readDoor(c.env.DB, { viewer: viewerOf(c), ...deskFacts(c), decided, page: askedPage(c.req.query('page')), done: c.req.query('done') ?? '' });
  return c.html(<Door reader={readerOf(c)} now={clockOf(c)} decided={decided} {...door} />);
}

type DoorProps = DoorList & { reader: Reader; now: Clock; decided: boolean };

export const Door: FC<DoorProps> = ({ reader, now, list, counts, decided, floods, braked, done }) => {
  const words = reader.text.portal.door;
  const base = decided ? '/desk/door?list=decided' : '/desk/door';
  return (
    <DeskFrame reader={reader} title={words.title} here={pageLink(base, list.page)} place="door" counts={counts}>
      <script type="module" src="/door.js"></script>
      <Heading title={words.title} lead={words.lead} />
      {done !== null && done.decidedBy !== null && <Notice tone="good"><p><Decided mail={done} text={reader.text} /></p></Notice>}
      {braked && <Notice tone="careful"><p>{words.braked}</p></Notice>}
      {floods.map(({ sender, mails }) => <Notice tone="careful"><p>{words.flood(sender, mails)}</p></Notice>)}
      <nav class="tabs" aria-label={words.lists}>
        <a href="/desk/door" aria-current={decided ? undefined : 'page'}>{words.waiting} <span class="count">{counts.door}</span></a>
        <a href="/desk/door?list=decided" aria-current={decided ? 'page' : undefined}>{words.decidedList}</a>
      </nav>
      {list.total === 0 ? (
        <Empty title={decided ? words.noneDecided : words.empty}><p>{decided ? words.noneDecidedTodo : words.emptyTodo}</p></Empty>
      ) : (
        <>
          {!decided && <p class="hint for-keys">{words.keys}</p>}
          <ol class="cards">{list.rows.map((mail) => <Mail mail={mail} reader={reader} now={now} />)}</ol>
          <PageLinks list={list} base={base} text={reader.text} />
        </>
      )}
    </DeskFrame>
  );
};

const Mail: FC<{ mail: IntakeRow; reader: Reader; now: Clock }> = ({ mail, reader, now }) => {
  const { text } = reader;
  const subject = mail.subject || text.words.noSubject;
  return (
    <li class="card" id={`mail-${mail.key}`} data-mail>
      <div class="top">
        <h2>{mail.article === null ? <a href={`/desk/door/${mail.key}`}>{subject}</a> : subject}</h2>
        <Moment instant={mail.receivedAt} now={now} look="entry" />
      </div>
      <Sender mail={mail} text={text} />
      {mail.decidedBy !== null && <p><Decided mail={mail} text={text} /></p>}
      {mail.article === null && <Why mail={mail} reader={reader} />}
      {mail.article === null && <Decisions mail={mail} text={text} from="list" />}
    </li>
  );
};

export const Sender: FC<{ mail: IntakeRow; text: Reader['text'] }> = ({ mail, text }) => (
  <p>
    {text.portal.door.from} <strong>{mail.senderName || mail.sender || text.portal.door.noSender}</strong>
    {mail.senderName && mail.sender && <span class="address"> {mail.sender}</span>}
  </p>
);

/** Why it waits and who vouches for it, in words, what it claims to belong to, and whom we asked. */
export const Why: FC<{ mail: IntakeRow; reader: Reader }> = ({ mail, reader: { text, settings } }) => {
  const words = text.portal.door;
  const domain = mail.sender?.split('@').at(-1) ?? '';
  const checked = settings.mailAuthentication !== 'off' && mail.verdict !== null && mail.sender?.includes('@') === true;
  return (
    <p class="why">
      {mail.reason !== null && (text.portal.intake.reasons[mail.reason] ?? mail.reason)}
      {checked && mail.verdict !== null && <> {words.verdicts[mail.verdict](domain)}</>}
      {mail.number !== null && <> <a href={`/tickets/${mail.number}`}>{words.meant(`#${mail.number}`)}</a></>}
      {mail.outcome === 'door' && mail.asked !== null && <> {words.asked(mail.asked)}</>}
    </p>
  );
};
