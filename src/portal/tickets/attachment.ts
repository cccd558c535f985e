/** `GET /tickets/N/attachments/ID/NAME`: a file of an article, only for people who may read the article (W07). `?view=mail`: an attached mail, read. */

import type { Context } from 'hono';
import type { Attachment } from '../../rules/ticket.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage, missingFilePage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';
import { askedRange } from './asked-range.ts';
import { attachedMail } from './attached-mail.tsx';
import { fileHeaders, namedAs } from './file-headers.ts';
import { looksLikeImage, shownImageType, SIGNATURE_BYTES } from './shown-image.ts';

export async function attachment(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const id = c.req.param('id') ?? '';
  const file = number === null ? null : await ticketOf(c.env, number).attachment(id, viewerOf(c));
  if (number === null || file === null) return errorPage(c, 'notFound');
  try {
    return c.req.query('view') === 'mail' ? await attachedMail(c, number, file) : await download(c, file);
  } catch (fault) {
    return missingFilePage(c, file.key, fault);
  }
}

async function download(c: Context<PortalEnv>, file: Attachment) {
  const range = askedRange(c.req.header('Range'), file.size);
  if (range.kind === 'beyond') return c.body(null, 416, { 'Content-Range': `bytes */${file.size}` });
  const [image, kept] = await Promise.all([
    provenImageType(c.env.BYTES, file),
    c.env.BYTES.get(file.key, range.kind === 'part' ? { range: { offset: range.offset, length: range.length } } : {}),
  ]);
  if (kept === null) return missingFilePage(c, file.key);
  const headers = { ...fileHeaders, ...namedAs(file.name, image), 'Accept-Ranges': 'bytes' };
  if (range.kind === 'whole') return c.body(kept.body, 200, { ...headers, 'Content-Length': String(kept.size) });
  const part = `bytes ${range.offset}-${range.offset + range.length - 1}/${kept.size}`;
  return c.body(kept.body, 206, { ...headers, 'Content-Length': String(range.length), 'Content-Range': part });
}

async function provenImageType(bucket: R2Bucket, { key, size, type }: Attachment): Promise<string | null> {
  if (size < SIGNATURE_BYTES || !(looksLikeImage(type) || type === 'application/octet-stream')) return null;
  const start = await bucket.get(key, { range: { offset: 0, length: SIGNATURE_BYTES } });
  return start === null ? null : shownImageType(await start.bytes());
}
