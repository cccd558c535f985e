/** `GET /desk/door/KEY/html`: a mail at the door as it was sent, for its frame; `/files/2/NAME`: a file of it. Both read from the raw mail. */

import type { Context } from 'hono';
import { parseMail } from '../../inbound/parse.ts';
import { rawKey } from '../../inbound/raw-mails.ts';
import type { Mail } from '../../rules/mail.ts';
import { saysForwarded } from '../../rules/reply-text/forward-subject.ts';
import { errorPage, missingFilePage } from '../errors.tsx';
import type { PortalEnv } from '../portal-env.ts';
import { fileHeaders, namedAs } from '../tickets/file-headers.ts';
import { mailDocument } from '../tickets/mail-document.ts';
import { shownImageType } from '../tickets/shown-image.ts';
import { askedMail } from './asked-mail.ts';

export function doorFrameAddress(key: string): string {
  return `/desk/door/${key}/html`;
}

export function doorFileAddress(key: string, index: number, name: string): string {
  return `/desk/door/${key}/files/${index}/${encodeURIComponent(name.toWellFormed())}`;
}

export async function doorMailView(c: Context<PortalEnv>) {
  return withMail(c, (key, mail) => {
    if (mail.html === null) return errorPage(c, 'notFound');
    const framed = { html: mail.html, text: mail.text, forwarded: saysForwarded(mail.subject), attached: (contentId: string) => addressOf(mail, key, contentId) };
    const { body, headers } = mailDocument(framed, {
      origin: new URL(c.req.url).origin,
      files: `/desk/door/${key}/files/`,
      own: doorFrameAddress(key),
      loading: c.req.query('images') === 'load',
      language: c.var.language,
    });
    return c.body(body, 200, headers);
  });
}

export async function doorMailFile(c: Context<PortalEnv>) {
  return withMail(c, (_, mail) => {
    const file = mail.files[Number(c.req.param('index'))];
    if (file === undefined) return errorPage(c, 'notFound');
    return c.body(file.bytes.slice().buffer, 200, { ...fileHeaders, ...namedAs(file.name, shownImageType(file.bytes)), 'Content-Length': String(file.bytes.length) });
  });
}

function addressOf(mail: Mail, key: string, contentId: string): string | null {
  const index = mail.files.findIndex((file) => file.contentId === contentId && file.bytes.length > 0);
  return index < 0 ? null : doorFileAddress(key, index, mail.files[index]?.name ?? '');
}

type Answer = Response | Promise<Response>;

async function withMail(c: Context<PortalEnv>, answer: (key: string, mail: Mail) => Answer): Promise<Response> {
  const row = await askedMail(c);
  if (row === null) return errorPage(c, 'notFound');
  const kept = await c.env.BYTES.get(rawKey(row.key));
  if (kept === null) return missingFilePage(c, rawKey(row.key));
  return answer(row.key, await parseMail(new Uint8Array(await kept.arrayBuffer())));
}
