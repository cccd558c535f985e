import type { FC } from 'hono/jsx';
import type { Passage } from '../../ticket-index/search.ts';
import type { TicketRow } from '../../ticket-index/ticket-row.ts';
import type { Text } from '../../text/text.ts';
import { Moment } from './moment.tsx';
import { Marked, PassageLine } from './passage.tsx';
import { OwnerName, PersonName } from './person-name.tsx';
import { StatusMark } from './status-mark.tsx';
import type { Clock } from './times.ts';

/** `sought`: the words that a search marks. */
type TableProps = { staff: boolean; now: Clock; text: Text; sought?: string[] | undefined };
type ShownRow = TicketRow & { passage?: Passage | null };
type TicketTableProps = TableProps & { rows: ShownRow[]; label: string };

/** Somebody's own tickets as rows; on a phone each row is a card. The roles keep it a table for screen readers there too. */
export const TicketTable: FC<TicketTableProps> = ({ rows, label, ...table }) => {
  const words = table.text.portal.columns;
  return (
    <table class="tickets" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="c-number">{words.number}</th>
          <th role="columnheader" scope="col" class="c-subject">{words.subject}</th>
          <th role="columnheader" scope="col" class="c-status">{words.status}</th>
          <th role="columnheader" scope="col" class="c-requester">{words.requester}</th>
          <th role="columnheader" scope="col" class="c-owner">{words.owner}</th>
          <th role="columnheader" scope="col" class="c-updated">{words.updated}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((row) => <Row row={row} {...table} />)}</tbody>
    </table>
  );
};

const Row: FC<TableProps & { row: ShownRow }> = ({ row, staff, now, text, sought = [] }) => (
  <tr role="row" class={row.status} id={`ticket-${row.number}`}>
    <td role="cell" class="c-number">#{row.number}</td>
    <td role="cell" class="c-subject">
      <a href={`/tickets/${row.number}`}><Marked text={row.subject || text.words.noSubject} sought={sought} /></a>
      {row.passage != null && <PassageLine passage={row.passage} sought={sought} text={text} />}
    </td>
    <td role="cell" class="c-status"><StatusMark status={row.status} staff={staff} text={text} /></td>
    <td role="cell" class="c-requester">{row.requester !== null && <PersonName person={row.requester} />}</td>
    <td role="cell" class="c-owner"><OwnerName owner={row.owner} text={text} /></td>
    <td role="cell" class="c-updated"><Moment instant={row.updatedAt} now={now} look="short" /></td>
  </tr>
);
