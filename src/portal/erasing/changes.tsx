/** `GET /admin/people/changes`: who was erased, whose address changed, and how far it has got. `POST`: goes on now. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { listReaddressings, type ReaddressingRow } from '../../directory/readdressings.ts';
import { readdressEverywhere } from '../../readdressing/everywhere.ts';
import { AdminNav } from '../admin/admin-nav.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Moment } from '../parts/moment.tsx';
import type { Clock } from '../parts/times.ts';
import type { PortalEnv } from '../portal-env.ts';
import { clockOf, readerOf } from '../reader.ts';

const ADDRESS = '/admin/people/changes';

export async function showChanges(c: Context<PortalEnv>) {
  return c.html(<Changes reader={readerOf(c)} now={clockOf(c)} rows={await listReaddressings(c.env.DB)} />);
}

export async function goOnWithChanges(c: Context<PortalEnv>) {
  await readdressEverywhere(c.env, c.var.at);
  return c.redirect(ADDRESS, 303);
}

const Changes: FC<{ reader: Reader; now: Clock; rows: ReaddressingRow[] }> = ({ reader, now, rows }) => {
  const { text } = reader;
  const words = text.erasing.changes;
  return (
    <Layout {...reader} title={words.title} here={ADDRESS}>
      <AdminNav page="people" text={text} />
      <p class="way-back"><a href="/admin/people">← {text.people.back}</a></p>
      <Heading title={words.title} lead={words.lead} />
      {rows.length === 0 ? <Empty title={words.empty} /> : (
        <table class="ledger dense" role="table" aria-label={words.title}>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">{words.columns.what}</th>
              <th role="columnheader" scope="col">{words.columns.progress}</th>
              <th role="columnheader" scope="col">{words.columns.begun}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">{rows.map((row) => (
            <tr role="row">
              <td role="cell" class="c-what">{row.kind === 'erased' ? words.kinds.erased(row.toName) : words.kinds.moved(row.to)}</td>
              <td role="cell" class="c-what">{row.doneAt === null ? words.going(row.visits) : words.done(row.visits)}</td>
              <td role="cell" class="c-what"><Moment instant={row.startedAt} now={now} look="full" /> <span class="why">{row.startedBy}</span></td>
            </tr>
          ))}</tbody>
        </table>
      )}
      {rows.some((row) => row.doneAt === null) && <form class="at-end" method="post" action={ADDRESS}><Button look="plain">{words.goOn}</Button></form>}
    </Layout>
  );
};
