/** `GET /tickets/N/attachments/ID/NAME`: a file of an article, only for people who may read the article. */

import type { Context } from 'hono';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { disposition } from './disposition.ts';
import { shownImageType, SIGNATURE_BYTES } from './shown-image.ts';
import { askedNumber } from './asked-number.ts';

export async function attachment(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const id = c.req.param('id') ?? '';
  const file = number === null ? null : await ticketOf(c.env, number).attachment(id, viewerOf(c));
  const kept = file === null ? null : await c.env.BYTES.get(file.key);
  if (file === null || kept === null) return errorPage(c, 'notFound');

  const image = await provenImageType(c.env.BYTES, kept);
  return c.body(kept.body, 200, {
    ...fileHeaders,
    'Content-Type': image ?? 'application/octet-stream',
    'Content-Length': String(kept.size),
    'Content-Disposition': disposition(image === null ? 'attachment' : 'inline', file.name),
  });
}

/** Whatever the file is, it runs nothing and loads nothing (SW10). Never changes, so its reader's browser may keep it. */
export const fileHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, max-age=86400, immutable',
};

async function provenImageType(bucket: R2Bucket, { key, size }: R2Object): Promise<string | null> {
  if (size < SIGNATURE_BYTES) return null;
  const start = await bucket.get(key, { range: { offset: 0, length: SIGNATURE_BYTES } });
  return start === null ? null : shownImageType(await start.bytes());
}
