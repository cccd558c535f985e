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
import { passFor, type PassedFile } from './file-pass.ts';
import { looksLikeImage, shownImageType, SIGNATURE_BYTES } from './shown-image.ts';

export async function attachment(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const id = c.req.param('id') ?? '';
  const file = number === null ? null : await ticketOf(c.env, number).attachment(id, viewerOf(c));
  if (number === null || file === null) return errorPage(c, 'notFound');
  try {
    if (c.req.query('view') === 'mail') return await attachedMail(c, number, file);
    const elsewhere = passedOn(c, file);
    return elsewhere === null ? await download(c, file) : c.redirect(elsewhere, 303);
  } catch (fault) {
    return missingFilePage(c, file.key, fault);
  }
}

/** Where the file is got, for whoever may have it, if files have an origin of their own (SW10, SW11). */
function passedOn(c: Context<PortalEnv>, file: Attachment): string | null {
  const { settings: { attachmentOrigin }, at } = c.var;
  const pass = attachmentOrigin === null ? null : passFor(file, at);
  return pass === null ? null : `${attachmentOrigin}/files/${pass}/${encodeURIComponent((file.name || 'file').toWellFormed())}`;
}

export async function download(c: Context<PortalEnv>, file: PassedFile) {
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

async function provenImageType(bucket: R2Bucket, { key, size, type }: PassedFile): Promise<string | null> {
  if (size < SIGNATURE_BYTES || !(looksLikeImage(type) || type === 'application/octet-stream')) return null;
  const start = await bucket.get(key, { range: { offset: 0, length: SIGNATURE_BYTES } });
  return start === null ? null : shownImageType(await start.bytes());
}
