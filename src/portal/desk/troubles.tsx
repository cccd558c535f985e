/** `GET /desk/letters`: letters that failed, came back or are in doubt, and what can be done about each (SO05, SO06). */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { listTroubled, type ListedTrouble } from '../../ticket-index/troubled-letters.ts';
import type { Listed } from '../../ticket-index/ticket-row.ts';
import type { ViewCounts } from '../../ticket-index/view-counts.ts';
import { Empty } from '../parts/empty.tsx';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { exactWords, reasonInWords } from '../parts/letter-reason.ts';
import { Moment } from '../parts/moment.tsx';
import { askedPage, pageLink, PageLinks } from '../parts/page-links.tsx';
import { askedTold, SettleButtons, SettledNotice, type Told } from '../parts/settling.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf, viewerOf } from '../reader.ts';
import { viewCounts } from './desk-facts.ts';
import { DeskFrame } from './desk-frame.tsx';

const base = '/desk/letters';

export async function showTroubles(c: Context<PortalEnv>) {
  const [list, counts] = await Promise.all([listTroubled(c.env.DB, { viewer: viewerOf(c), page: askedPage(c.req.query('page')) }), viewCounts(c)]);
  return c.html(<Troubles reader={readerOf(c)} now={clockOf(c)} list={list} counts={counts} said={askedTold(c)} />);
}

type TroublesProps = { reader: Reader; now: Clock; list: Listed<ListedTrouble>; counts: ViewCounts; said: Told | null };

export const Troubles: FC<TroublesProps> = ({ reader, now, list, counts, said }) => {
  const words = reader.text.portal.troubles;
  return (
    <DeskFrame reader={reader} title={words.title} here={pageLink(base, list.page)} place="letters" counts={counts}>
      <Heading title={words.title} lead={words.lead} />
      <SettledNotice said={said} text={reader.text} />
      {list.total === 0 ? <Empty title={words.empty}><p>{words.emptyTodo}</p></Empty> : (
        <>
          <ol class="cards">{list.rows.map((letter) => <Letter letter={letter} reader={reader} now={now} />)}</ol>
          <PageLinks list={list} base={base} text={reader.text} />
        </>
      )}
    </DeskFrame>
  );
};

const Letter: FC<{ letter: ListedTrouble; reader: Reader; now: Clock }> = ({ letter, reader: { text }, now }) => {
  const words = text.portal.troubles;
  const name = words.letter(text.words.letterKind[letter.kind], letter.recipient);
  const exact = exactWords(letter);
  return (
    <li class="card">
      <div class="top">
        <h2>{name}</h2>
        <Moment instant={letter.changedAt} now={now} look="entry" />
      </div>
      <p><a href={`/tickets/${letter.number}`}>#{letter.number}</a> {letter.subject || text.words.noSubject}</p>
      <p><strong>{words.kinds[letter.trouble]}</strong>{(letter.trouble === 'failed' || letter.trouble === 'undelivered') && <Reason letter={letter} text={text} />}</p>
      <p class="hint">{words.meaning[letter.trouble]}</p>
      {exact !== null && letter.trouble !== 'twice' && <p class="hint">{text.portal.history.machine.answer(exact)}</p>}
      <form class="row" method="post" action={`/tickets/${letter.number}/letters/${letter.letter}`}>
        <SettleButtons trouble={letter.trouble} name={name} merged={false} text={text} />
      </form>
    </li>
  );
};

const Reason: FC<{ letter: ListedTrouble; text: Reader['text'] }> = ({ letter, text }) => {
  const reason = reasonInWords(letter, text);
  return reason === null ? null : <>: {reason}</>;
};
