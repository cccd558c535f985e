/** `GET /tickets/N/preview/reply`: what one has written so far as others will read it. The page's script shows it beneath the text. */

import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import * as v from 'valibot';
import { draftForms, type SavedDraft } from '../../rules/draft.ts';
import { isFormatted } from '../../rules/formatting.ts';
import type { OwnPage } from '../../rules/page.ts';
import type { Queue } from '../../rules/queues.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import { fileSize } from '../parts/file-size.ts';
import { Heading } from '../parts/heading.tsx';
import { Layout, type Reader } from '../parts/layout.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { readerOf, viewerOf } from '../reader.ts';
import { Written } from './article.tsx';
import { askedNumber } from './asked-number.ts';
import { previewAddress } from './draft-parts.tsx';
import { surroundings } from './show-ticket.tsx';
import { SignatureBelow } from './signature-below.tsx';

export async function preview(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const form = v.safeParse(v.picklist(draftForms), c.req.param('form'));
  const page = number === null ? null : await ticketOf(c.env, number).page(viewerOf(c), c.var.at);
  if (page === null) return errorPage(c, 'notFound');
  if (!page.rights.comment) return errorPage(c, 'forbidden');
  if (!form.success) return errorPage(c, 'notFound');
  const draft = page.drafts.find((one) => one.form === form.output);
  if (draft === undefined) return c.redirect(`/tickets/${page.number}`, 303);
  const { queues } = await surroundings(c, page.number);
  return c.html(<PreviewPage page={page} queues={queues} draft={draft} reader={readerOf(c)} />);
}

const PreviewPage: FC<{ page: OwnPage; queues: Queue[]; draft: SavedDraft; reader: Reader }> = ({ page, queues, draft, reader }) => {
  const { number } = page;
  const words = reader.text.portal.writing;
  const title = words.previewTitle(number);
  return (
    <Layout {...reader} title={title} here={previewAddress(number, draft.form)} width="normal">
      <p class="way-back"><a href={`/tickets/${number}#${draft.form}`}>← {words.backToWriting}</a></p>
      <Heading title={title} />
      <div class={`preview ${draft.form}`}>
        <Written article={{ text: draft.text, look: isFormatted(draft.text) ? 'formatted' : 'plain', forwarded: false }} reader={reader} />
        {draft.form === 'reply' && <SignatureBelow page={page} queues={queues} reader={reader} />}
        {draft.attachments.length > 0 && <p class="hint">{reader.text.portal.history.files(draft.attachments.length)}: {draft.attachments.map(({ name, size }) => `${name} (${fileSize(size, reader.language)})`).join(', ')}</p>}
      </div>
    </Layout>
  );
};
