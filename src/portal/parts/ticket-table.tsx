import type { FC } from 'hono/jsx';
import type { TicketRow } from '../../ticket-index/ticket-row.ts';
import type { Text } from '../../text/text.ts';
import { Moment } from './moment.tsx';
import { OwnerName, PersonName } from './person-name.tsx';
import { DueMark, StatusMark } from './status-mark.tsx';
import type { Clock } from './times.ts';

type TicketTableProps = { rows: TicketRow[]; staff: boolean; now: Clock; text: Text; label: string };

/** Tickets as rows; on a phone each row is a card. The roles keep it a table for screen readers there too. */
export const TicketTable: FC<TicketTableProps> = ({ rows, staff, now, text, label }) => {
  const words = text.portal.columns;
  return (
    <table class={staff ? 'tickets dense' : 'tickets'} role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="c-number">{words.number}</th>
          <th role="columnheader" scope="col" class="c-subject">{words.subject}</th>
          <th role="columnheader" scope="col" class="c-status">{words.status}</th>
          <th role="columnheader" scope="col" class="c-requester">{words.requester}</th>
          <th role="columnheader" scope="col" class="c-owner">{words.owner}</th>
          {staff && <th role="columnheader" scope="col" class="c-priority">{words.priority}</th>}
          {staff && <th role="columnheader" scope="col" class="c-due">{words.due}</th>}
          <th role="columnheader" scope="col" class="c-updated">{words.updated}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((row) => <Row row={row} staff={staff} now={now} text={text} />)}</tbody>
    </table>
  );
};

const Row: FC<{ row: TicketRow; staff: boolean; now: Clock; text: Text }> = ({ row, staff, now, text }) => (
  <tr role="row" class={row.status}>
    <td role="cell" class="c-number">#{row.number}</td>
    <td role="cell" class="c-subject"><a href={`/tickets/${row.number}`}>{row.subject || text.words.noSubject}</a></td>
    <td role="cell" class="c-status"><StatusMark status={row.status} staff={staff} text={text} /></td>
    <td role="cell" class="c-requester">{row.requester !== null && <PersonName person={row.requester} />}</td>
    <td role="cell" class="c-owner"><OwnerName owner={row.owner} text={text} /></td>
    {staff && <td role="cell" class="c-priority">{row.priority}/{row.finalPriority}</td>}
    {staff && <td role="cell" class="c-due"><DueMark ticket={row} now={now} text={text} look="short" /></td>}
    <td role="cell" class="c-updated"><Moment instant={row.updatedAt} now={now} look="short" /></td>
  </tr>
);
