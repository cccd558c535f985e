import type { FC } from 'hono/jsx';
import { orderBehind, sortKeys, type SortKey } from '../../rules/list-order.ts';
import type { Queue } from '../../rules/queues.ts';
import type { DueState } from '../../rules/service-level.ts';
import type { DeskRow } from '../../ticket-index/desk-list.ts';
import type { Text } from '../../text/text.ts';
import { Age } from '../parts/age.tsx';
import { Labels } from '../parts/label.tsx';
import { Moment } from '../parts/moment.tsx';
import { Marked, PassageLine } from '../parts/passage.tsx';
import { OwnerName, PersonName } from '../parts/person-name.tsx';
import { DueMark, StatusMark } from '../parts/status-mark.tsx';
import type { Clock } from '../parts/times.ts';
import { Selector } from './bulk/bulk-form.tsx';
import { listAddress, type AskedList, type DeskColumn } from './asked-list.ts';

export type ShownRow = DeskRow & { due: DueState };

type TableProps = { list: AskedList; queues: Queue[]; now: Clock; text: Text };

/** Tickets as rows; on a phone each row is a card. The roles keep it a table for screen readers there too. */
export const DeskTable: FC<TableProps & { rows: ShownRow[]; label: string }> = ({ rows, label, ...table }) => {
  const { columns } = table.list;
  return (
    <table class="tickets dense" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="c-select"><span class="only-heard">{table.text.portal.bulk.column}</span></th>
          <Head column="number" {...table} />
          <Head column="subject" {...table} />
          <Head column="status" {...table} />
          {columns.map((column) => <Head column={column} {...table} />)}
          <Head column="updated" {...table} />
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((row) => <Row row={row} {...table} />)}</tbody>
    </table>
  );
};

type HeadProps = TableProps & { column: DeskColumn | 'number' | 'subject' | 'status' | 'updated' };

/** Hits of a search come in one order only. */
const Head: FC<HeadProps> = ({ column, list, text }) => {
  const words = text.portal.columns;
  const key = list.query.words.length > 0 ? undefined : sortKeys.find((one) => one === (column === 'created' ? 'number' : column));
  const sorted = key !== undefined && list.order.by === key && column !== 'created';
  return (
    <th role="columnheader" scope="col" class={`c-${column}`} aria-sort={sorted ? (list.order.down ? 'descending' : 'ascending') : undefined}>
      {key === undefined ? words[column] : <Sorter sortKey={key} list={list} label={words[column]} title={words.sort(words[column])} />}
    </th>
  );
};

const Sorter: FC<{ sortKey: SortKey; list: AskedList; label: string; title: string }> = ({ sortKey, list, label, title }) => (
  <a class="sorter" href={listAddress(list, { order: orderBehind(sortKey, list.order) })} title={title}>
    {label}
    {list.order.by === sortKey && <span class="arrow" aria-hidden="true">{list.order.down ? '↓' : '↑'}</span>}
  </a>
);

type RowProps = TableProps & { row: ShownRow };

const Row: FC<RowProps> = (props) => {
  const { row, list, now, text } = props;
  const sought = list.query.words;
  return (
    <tr role="row" class={row.status} id={`ticket-${row.number}`}>
      <td role="cell" class="c-select"><Selector number={row.number} label={text.portal.bulk.select(`#${row.number}`)} /></td>
      <td role="cell" class="c-number">#{row.number}</td>
      <td role="cell" class="c-subject">
        <span class="line">
          <a href={`/tickets/${row.number}`}><Marked text={row.subject || text.words.noSubject} sought={sought} /></a>
          <Labels labels={row.labels} />
        </span>
        {row.passage !== null && <PassageLine passage={row.passage} sought={sought} text={text} />}
      </td>
      <td role="cell" class="c-status"><StatusMark status={row.status} staff text={text} /></td>
      {list.columns.map((column) => <td role="cell" class={`c-${column}`}><Cell column={column} {...props} /></td>)}
      <td role="cell" class="c-updated"><Moment instant={row.updatedAt} now={now} look="short" /></td>
    </tr>
  );
};

const Cell: FC<RowProps & { column: DeskColumn }> = ({ column, row, queues, now, text }) => {
  switch (column) {
    case 'requester':
      return row.requester === null ? null : <PersonName person={row.requester} />;
    case 'owner':
      return <OwnerName owner={row.owner} text={text} />;
    case 'queue':
      return <>{queues.find((queue) => queue.id === row.queue)?.name}</>;
    case 'priority':
      return <>{row.priority}/{row.finalPriority}</>;
    case 'due':
      return <DueMark dueAt={row.dueAt} state={row.due} now={now} text={text} look="short" />;
    case 'until':
      return row.waitingUntil === null ? null : <Moment instant={row.waitingUntil} now={now} look="short" />;
    case 'waits':
      return row.unansweredSince === null ? null : <Age since={row.unansweredSince} now={now} />;
    case 'spent':
      return row.minutesSpent === 0 ? null : <>{text.portal.timeSpent.minutes(row.minutesSpent)}</>;
    case 'created':
      return <Moment instant={row.createdAt} now={now} look="short" />;
  }
};
