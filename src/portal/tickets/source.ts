/** `GET /tickets/N/articles/ID/source`: the mail as it arrived, for agents (M12). */

import type { Context } from 'hono';
import { rawKey } from '../../inbound/raw-mails.ts';
import { ticketOf } from '../../ticket/tickets.ts';
import { errorPage, missingFilePage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { viewerOf } from '../reader.ts';
import { askedNumber } from './asked-number.ts';
import { fileHeaders, namedAs } from './file-headers.ts';

export async function source(c: Context<PortalEnv>) {
  const number = askedNumber(c);
  const article = Number(c.req.param('id') ?? '');
  const intake = number === null || !Number.isSafeInteger(article) ? null : await ticketOf(c.env, number).source(article, viewerOf(c));
  if (intake === null) return errorPage(c, 'notFound');
  return rawMail(c, intake, `${number}-${article}.eml`);
}

/** The raw mail as a download that no browser opens. */
export async function rawMail(c: Context<PortalEnv>, intake: string, name: string) {
  const kept = await c.env.BYTES.get(rawKey(intake));
  if (kept === null) return missingFilePage(c, rawKey(intake));
  return c.body(kept.body, 200, {
    ...fileHeaders,
    ...namedAs(name, null),
    'Content-Length': String(kept.size),
  });
}
