/** `GET /admin/queues`: where tickets wait, and a form for another queue. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { readQueues, type SetUpQueue } from '../../directory/queues.ts';
import type { FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { WrongFields } from '../parts/notice.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf } from '../reader.ts';
import { AdminNav } from './admin-nav.tsx';
import { QueueForm } from './queue-form.tsx';
import { typedNew, type TypedQueue } from './typed-queue.ts';

export async function showQueues(c: Context<PortalEnv>) {
  return queuesPage(c, null);
}

/** The page; with a `draft`, the form for a new queue that came back (422). */
export async function queuesPage(c: Context<PortalEnv>, draft: { typed: TypedQueue; errors: FieldErrors } | null) {
  const queues = await readQueues(c.env.DB, c.var.settings, c.var.at);
  const { typed, errors } = draft ?? { typed: typedNew(c.var.settings), errors: {} };
  return c.html(<Queues reader={readerOf(c)} queues={queues} typed={typed} errors={errors} />, draft === null ? 200 : 422);
}

type QueuesProps = { reader: Reader; queues: SetUpQueue[]; typed: TypedQueue; errors: FieldErrors };

export const Queues: FC<QueuesProps> = ({ reader, queues, typed, errors }) => {
  const words = reader.text.portal.queues;
  return (
    <Layout {...reader} title={words.title} here="/admin/queues" width="wide">
      <AdminNav page="queues" text={reader.text} />
      <Heading title={words.title} lead={words.lead} />
      <WrongFields errors={errors} text={reader.text} />
      <QueueTable reader={reader} queues={queues} />
      <section class="another">
        <h2>{words.addTitle}</h2>
        <p class="hint">{words.addHint}</p>
        <QueueForm reader={reader} action="/admin/queues" send={words.add} typed={typed} errors={errors} />
      </section>
    </Layout>
  );
};

const QueueTable: FC<{ reader: Reader; queues: SetUpQueue[] }> = ({ reader: { text }, queues }) => {
  const { fields, ...words } = text.portal.queues;
  return (
    <table class="ledger dense" role="table" aria-label={words.title}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{fields.name}</th>
          <th role="columnheader" scope="col">{fields.address}</th>
          <th role="columnheader" scope="col">{fields.tag}</th>
          <th role="columnheader" scope="col">{text.portal.ticket.fields.dueAt}</th>
          <th role="columnheader" scope="col">{fields.closed_reply}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {queues.map((queue) => (
          <tr role="row">
            <td role="cell" class="c-what"><a href={`/admin/queues/${queue.id}`}>{queue.name}</a>{queue.retired && <span class="why">{words.retired}</span>}</td>
            <td role="cell" class="c-what">{queue.address}{queue.aliases.length > 0 && <span class="why">{queue.aliases.join(', ')}</span>}</td>
            <td role="cell" class="c-what">[{queue.tag} #…]{queue.formerTags.length > 0 && <span class="why">{words.before} {queue.formerTags.join(', ')}</span>}</td>
            <td role="cell" class="c-what">{words.dueAfter(queue.dueDays)}</td>
            <td role="cell" class="c-what">{words.closedReplies[queue.closedReply]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
