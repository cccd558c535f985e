import { readFileSync } from 'node:fs';
import type { Expectation } from './expectations.ts';

/** Their .txt and .html files are bodies without headers. */
const REPLY_SOURCES = new Set(['crisp-email-reply-parser', 'willdurand-EmailReplyParser', 'github-email_reply_parser', 'edgetier-email-reply-parser',
  'zapier-email-reply-parser', 'mail-parser-reply', 'extended_email_reply_parser', 'mailspring']);

/** The mail that is read for an expectation. */
export function mailOf({ source, path }: Expectation): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(readFileSync(path));
  const ending = /\.(txt|html)$/.exec(path)?.[1];
  if (ending === undefined || !REPLY_SOURCES.has(source)) return bytes;
  return new Uint8Array(Buffer.concat([header(ending === 'html' ? 'text/html' : 'text/plain'), bytes]));
}

function header(type: string): Buffer {
  const fields = ['From: Anna <anna@sender.example>', 'To: support@desk.example', 'Subject: Re: A question', 'Message-ID: <1@sender.example>', 'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: 8bit'];
  return Buffer.from(`${fields.join('\r\n')}\r\n\r\n`);
}
