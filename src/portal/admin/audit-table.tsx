import type { FC } from 'hono/jsx';
import type { AuditEntry } from '../../rules/audit.ts';
import type { Text } from '../../text/text.ts';
import type { Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import type { Clock } from '../parts/times.ts';

/** The entries as rows: when, who did what, from where. The request's id is what a fault page and the console name. */
export const AuditTable: FC<{ rows: AuditEntry[]; reader: Reader; now: Clock }> = ({ rows, reader: { text }, now }) => {
  const words = text.portal.audit;
  return (
    <table class="ledger dense" role="table" aria-label={words.title}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="c-number">{words.columns.time}</th>
          <th role="columnheader" scope="col">{words.columns.what}</th>
          <th role="columnheader" scope="col">{words.ticket}</th>
          <th role="columnheader" scope="col">{words.columns.network}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            <td role="cell" class="c-number"><Moment instant={row.at} now={now} look="full" /></td>
            <td role="cell" class="c-what">{words.says(row.by ?? words.somebody, words.kinds[row.action], targetOf(row.target, text))}</td>
            <td role="cell">{row.ticket !== null && <a href={`/tickets/${row.ticket}`}>#{row.ticket}</a>}</td>
            <td role="cell" class="c-what"><span title={words.request(row.request)}>{row.network}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Short words of ours are said in the reader's language; addresses and ids stand as they are. */
function targetOf(target: string, text: Text): string {
  const known: Partial<Record<string, string>> = text.portal.audit.targets;
  return target.split(' ').map((word) => known[word] ?? word).join(' ');
}
