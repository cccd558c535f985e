/** The only caller of the platform's send_email binding. */

import type { Address } from '../rules/ticket.ts';

/** A file that goes along; with a Content-ID, one that the HTML shows in its place (M04). */
export type Enclosure = { name: string; type: string; bytes: Uint8Array; contentId: string | null };

/** One mail to one person, with everything but what the platform adds (Message-ID, Date, MIME). */
export type OutgoingMail = {
  from: { address: Address; name: string };
  to: Address;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  enclosures?: Enclosure[];
};

/** `messageId` with its angle brackets. `reason`: the platform's code and words. */
export type SendResult =
  | { kind: 'sent'; messageId: string }
  | { kind: 'retry'; reason: string }
  | { kind: 'failed'; reason: string };

const RETRIED = new Set(['E_RATE_LIMIT_EXCEEDED', 'E_DAILY_LIMIT_EXCEEDED', 'E_INTERNAL_SERVER_ERROR', 'E_DELIVERY_FAILED']);

/** What production refuses although the local simulator takes it (docs/decisions: platform limits). */
const MAX_BYTES = 5 * 1024 * 1024;
/** Octets for three bytes in base64, line ends included. */
const ENCODED = 4.11;
const MAX_HEADER_VALUE_BYTES = 2048;
const MAX_OTHER_HEADERS = 20;
const ALLOWED_HEADER = /^(x-[\w-]+|in-reply-to|references|auto-submitted|precedence|list-[\w-]+|content-language)$/i;

/** Hands the mail over. Never throws: an error without a known code is a reason to try again. */
export async function send(binding: SendEmail, mail: OutgoingMail): Promise<SendResult> {
  const problem = refusedByPlatform(mail);
  if (problem !== null) return { kind: 'failed', reason: problem };
  try {
    const { from, to, replyTo, subject, text, html, headers, enclosures = [] } = mail;
    const result = await binding.send({
      from: { name: from.name, email: from.address },
      to,
      ...(replyTo === undefined ? {} : { replyTo }),
      subject,
      text,
      html,
      headers,
      ...(enclosures.length === 0 ? {} : { attachments: enclosures.map(attached) }),
    });
    return { kind: 'sent', messageId: bracketed(result.messageId) };
  } catch (error) {
    return failure(error);
  }
}

function attached({ name, type, bytes, contentId }: Enclosure): EmailAttachment {
  const file = { filename: name, type, content: bytes };
  return contentId === null ? { ...file, disposition: 'attachment' } : { ...file, disposition: 'inline', contentId };
}

/** Why production would refuse the mail, or null. */
export function refusedByPlatform(mail: OutgoingMail): string | null {
  const values = [mail.subject, mail.from.name, mail.replyTo ?? '', ...Object.values(mail.headers)];
  if (values.some((value) => /[\r\n\0]/.test(value))) return 'E_HEADER_VALUE: a line break in a header';
  const names = Object.keys(mail.headers);
  const refused = names.find((name) => !ALLOWED_HEADER.test(name));
  if (refused !== undefined) return `E_HEADER_NOT_ALLOWED: ${refused}`;
  if (names.filter((name) => !/^x-/i.test(name)).length > MAX_OTHER_HEADERS) return 'E_HEADER_COUNT: too many headers';
  const long = names.find((name) => bytes(mail.headers[name] ?? '') > MAX_HEADER_VALUE_BYTES);
  if (long !== undefined) return `E_HEADER_VALUE_TOO_LONG: ${long}`;
  const enclosed = (mail.enclosures ?? []).reduce((sum, enclosure) => sum + Math.ceil((enclosure.bytes.length * ENCODED) / 3), 0);
  if (bytes(mail.text) + bytes(mail.html) + enclosed > MAX_BYTES) return 'E_CONTENT_TOO_LARGE: over 5 MiB';
  return null;
}

function failure(error: unknown): SendResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words = error instanceof Error ? error.message : String(error);
  const reason = code === '' || words.includes(code) ? words : `${code}: ${words}`;
  return { kind: code === '' || RETRIED.has(code) ? 'retry' : 'failed', reason };
}

function bracketed(messageId: string): string {
  return messageId.startsWith('<') ? messageId : `<${messageId}>`;
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
