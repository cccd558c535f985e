import type { FC } from 'hono/jsx';
import { writeOrder } from '../../rules/list-order.ts';
import type { Queue } from '../../rules/queues.ts';
import type { Person } from '../../rules/ticket.ts';
import type { Misread } from '../../rules/ticket-query.ts';
import type { DeskPage } from '../../ticket-index/desk-list.ts';
import type { ViewCounts } from '../../ticket-index/view-counts.ts';
import type { Text } from '../../text/text.ts';
import { Empty } from '../parts/empty.tsx';
import { Heading } from '../parts/heading.tsx';
import type { Reader } from '../parts/layout.tsx';
import { Notice } from '../parts/notice.tsx';
import type { Clock } from '../parts/times.ts';
import { deskColumns, listAddress, whichList, type AskedList } from './asked-list.ts';
import { BulkForm } from './bulk/bulk-form.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { addresses } from './desk-places.ts';
import { DeskTable, type ShownRow } from './desk-table.tsx';
import { placesBeside } from './list-pages.ts';
import { SaveView, type WrongView } from './saved-views-parts.tsx';
import { QueryHelp } from './query-help.tsx';

type DeskListProps = {
  reader: Reader;
  now: Clock;
  list: AskedList;
  misread: Misread[];
  page: Omit<DeskPage, 'rows'> & { rows: ShownRow[] };
  counts: ViewCounts;
  queues: Queue[];
  agents: Person[];
  /** Why the list could not be kept as a view. */
  wrong: WrongView | null;
};

/** A list of the desk: what was asked, what was not understood, the tickets, and the ways on. */
export const DeskList: FC<DeskListProps> = ({ reader, now, list, misread, page, counts, queues, agents, wrong }) => {
  const { text } = reader;
  const title = titleOf(list, text);
  return (
    <DeskFrame reader={reader} title={title} here={listAddress(list)} place={list.view} counts={counts} typed={list.typed} saved={list.saved?.id}>
      <div class="under-search"><QueryHelp text={text} /></div>
      <Heading title={title} />
      {misread.map((one) => <Notice tone="careful"><p>{text.portal.query.misread[one.why](one.typed)}</p></Notice>)}
      {page.rows.length === 0 ? <Nothing list={list} counts={counts} text={text} /> : (
        <>
          <BulkForm list={list} total={page.total} queues={queues} agents={agents} reader={reader} />
          <div class="wide-list"><DeskTable rows={page.rows} label={title} list={list} queues={queues} now={now} text={text} /></div>
          <div class="below">
            {page.total !== null && <p class="total">{text.portal.ownTickets.count(page.total)}</p>}
            <Columns list={list} text={text} />
          </div>
          <Ways page={page} list={list} text={text} />
        </>
      )}
      <div class="below"><SaveView list={list} kept={counts.saved} wrong={wrong} text={text} /></div>
    </DeskFrame>
  );
};

function titleOf({ view, saved, typed }: AskedList, text: Text): string {
  if (saved !== null) return saved.name;
  return view === null ? text.portal.search.title(typed) : text.portal.views.titles[view];
}

const Nothing: FC<{ list: AskedList; counts: ViewCounts; text: Text }> = ({ list, counts, text }) => {
  const words = text.portal.views;
  if (list.view === null) return <Empty title={text.portal.search.none(list.typed)}><p>{text.portal.search.noneTodoStaff}</p></Empty>;
  return (
    <Empty title={words.empty[list.view]}>
      {list.view === 'mine' && counts.nobody > 0 && <p><a href={addresses.nobody}>{words.toNobody(counts.nobody)}</a></p>}
    </Empty>
  );
};

/** To the pages before and after. */
const Ways: FC<{ page: DeskListProps['page']; list: AskedList; text: Text }> = ({ page, list, text }) => {
  const { newer, older } = placesBeside(page, list.order);
  if (newer === null && older === null) return null;
  const words = text.portal.pages;
  return (
    <nav class="pages" aria-label={words.label}>
      {newer === null ? <span /> : <a rel="prev" href={listAddress(list, { before: newer })}>← {words.previous}</a>}
      <span />
      {older === null ? <span /> : <a rel="next" href={listAddress(list, { after: older })}>{words.next} →</a>}
    </nav>
  );
};

const Columns: FC<{ list: AskedList; text: Text }> = ({ list, text }) => (
  <details class="columns">
    <summary>{text.portal.columns.choose}</summary>
    <form method="post" action="/desk/columns">
      {whichList(list).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <input type="hidden" name="sort" value={writeOrder(list.order)} />
      <ul>
        {deskColumns.map((column) => (
          <li><label><input type="checkbox" name="columns" value={column} checked={list.columns.includes(column)} /> {text.portal.columns[column]}</label></li>
        ))}
      </ul>
      <button type="submit" class="plain">{text.portal.columns.show}</button>
    </form>
  </details>
);
