import type { FC } from 'hono/jsx';
import type { Passage } from '../../ticket-index/search.ts';
import type { TicketRow } from '../../ticket-index/ticket-row.ts';
import type { Text } from '../../text/text.ts';
import { Moment } from './moment.tsx';
import { Marked, PassageLine } from './passage.tsx';
import { OwnerName, PersonName } from './person-name.tsx';
import { DueMark, StatusMark } from './status-mark.tsx';
import type { Clock } from './times.ts';

/** What a list may show beside number, subject, status and the last change. */
export type TicketColumn = 'requester' | 'owner' | 'priority' | 'due';

/** `sought`: the words that a search marks. */
type TableProps = { columns: TicketColumn[]; staff: boolean; now: Clock; text: Text; sought?: string[] | undefined };
type ShownRow = TicketRow & { passage?: Passage | null };
type TicketTableProps = TableProps & { rows: ShownRow[]; label: string };

/** Tickets as rows; on a phone each row is a card. The roles keep it a table for screen readers there too. */
export const TicketTable: FC<TicketTableProps> = ({ rows, label, ...table }) => {
  const { columns, staff, text } = table;
  const words = text.portal.columns;
  return (
    <table class={staff ? 'tickets dense' : 'tickets'} role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="c-number">{words.number}</th>
          <th role="columnheader" scope="col" class="c-subject">{words.subject}</th>
          <th role="columnheader" scope="col" class="c-status">{words.status}</th>
          {columns.map((column) => <th role="columnheader" scope="col" class={`c-${column}`}>{words[column]}</th>)}
          <th role="columnheader" scope="col" class="c-updated">{words.updated}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((row) => <Row row={row} {...table} />)}</tbody>
    </table>
  );
};

type RowProps = TableProps & { row: ShownRow };

const Row: FC<RowProps> = (props) => {
  const { row, columns, staff, now, text, sought = [] } = props;
  return (
    <tr role="row" class={row.status} id={`ticket-${row.number}`}>
      <td role="cell" class="c-number">#{row.number}</td>
      <td role="cell" class="c-subject">
        <a href={`/tickets/${row.number}`}><Marked text={row.subject || text.words.noSubject} sought={sought} /></a>
        {row.passage != null && <PassageLine passage={row.passage} sought={sought} text={text} />}
      </td>
      <td role="cell" class="c-status"><StatusMark status={row.status} staff={staff} text={text} /></td>
      {columns.map((column) => <td role="cell" class={`c-${column}`}><Cell column={column} {...props} /></td>)}
      <td role="cell" class="c-updated"><Moment instant={row.updatedAt} now={now} look="short" /></td>
    </tr>
  );
};

const Cell: FC<RowProps & { column: TicketColumn }> = ({ column, row, now, text }) => {
  switch (column) {
    case 'requester':
      return row.requester === null ? null : <PersonName person={row.requester} />;
    case 'owner':
      return <OwnerName owner={row.owner} text={text} />;
    case 'priority':
      return <>{row.priority}/{row.finalPriority}</>;
    case 'due':
      return <DueMark ticket={row} now={now} text={text} look="short" />;
  }
};
