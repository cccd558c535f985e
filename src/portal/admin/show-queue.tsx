/** `GET /admin/queues/ID`: one queue, to be changed, retired or taken up again. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { SetUpQueue } from '../../directory/queues.ts';
import { Button } from '../parts/button.tsx';
import type { FieldErrors } from '../parts/field.tsx';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import { Notice, WrongFields } from '../parts/notice.tsx';
import { readerOf } from '../reader.ts';
import type { PortalEnv } from '../portal-env.ts';
import { AdminNav } from './admin-nav.tsx';
import { QueueForm } from './queue-form.tsx';
import { typedAs, type TypedQueue } from './typed-queue.ts';

/** The page; with `errors`, the form that came back (422). */
export function queuePage(c: Context<PortalEnv>, queue: SetUpQueue, draft: { typed: TypedQueue; errors: FieldErrors } | null) {
  const { typed, errors } = draft ?? { typed: typedAs(queue), errors: {} };
  return c.html(<OneQueue reader={readerOf(c)} queue={queue} typed={typed} errors={errors} />, draft === null ? 200 : 422);
}

type OneQueueProps = { reader: Reader; queue: SetUpQueue; typed: TypedQueue; errors: FieldErrors };

export const OneQueue: FC<OneQueueProps> = ({ reader, queue, typed, errors }) => {
  const words = reader.text.portal.queues;
  const own = `/admin/queues/${queue.id}`;
  return (
    <Layout {...reader} title={queue.name} here={own} width="wide">
      <AdminNav page="queues" text={reader.text} />
      <p class="way-back"><a href="/admin/queues">← {words.back}</a></p>
      <Heading title={queue.name}>
        <form method="post" action={own} id="account">
          {queue.retired ? <Button look="plain" name="account" value="revive">{words.revive}</Button> : <Button look="danger" name="account" value="retire">{words.retire}</Button>}
        </form>
      </Heading>
      <WrongFields errors={errors} text={reader.text} />
      <Notice tone={queue.retired ? 'careful' : 'plain'}>{queue.retired ? words.isRetired : words.retireHint}</Notice>
      <QueueForm reader={reader} action={own} send={reader.text.portal.ticket.save} typed={typed} errors={errors} />
    </Layout>
  );
};
