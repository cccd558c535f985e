/**
 * What the platform refuses in production and the local simulator takes: a letter that would be refused is told from the others here,
 * before it leaves, and in tests. The codes are the platform's.
 */

import type { Enclosure, OutgoingMail } from './send.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_HEADER_VALUE_BYTES = 2048;
/** X- headers do not count. */
const MOST_HEADERS = 20;
/** Octets for three bytes in base64, line ends included. */
const ENCODED = 4.11;
/** The same in an encoded word of a header (RFC 2047), with what stands around it. */
const ENCODED_WORD = 5;

/** Message-ID, Date, MIME-Version, Received, Return-Path and everything else about the content is the platform's. */
const ALLOWED = /^(x-[\w-]+|in-reply-to|references|auto-submitted|precedence|list-[\w-]+|content-language)$/i;
const AUTO_SUBMITTED = new Set(['auto-generated', 'auto-replied', 'auto-notified']);

/** Why production would refuse the mail, in its code and a few words; null if it takes it. */
export function refusedByPlatform(mail: OutgoingMail): string | null {
  return headersRefused(mail.headers) ?? linesRefused(mail) ?? addressesRefused(mail) ?? filesRefused(mail.enclosures ?? []) ?? sizeRefused(mail);
}

function headersRefused(headers: Record<string, string>): string | null {
  const names = Object.keys(headers);
  const refused = names.find((name) => !ALLOWED.test(name));
  if (refused !== undefined) return `E_HEADER_NOT_ALLOWED: ${refused}`;
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return 'E_HEADER_NOT_ALLOWED: a header twice';
  if (names.filter((name) => !/^x-/i.test(name)).length > MOST_HEADERS) return 'E_HEADERS_TOO_MANY: over 20';
  const unclean = names.find((name) => !/^[\x20-\x7e]+$/.test(headers[name] ?? ''));
  if (unclean !== undefined) return `E_HEADER_VALUE_INVALID: ${unclean}`;
  const long = names.find((name) => (headers[name] ?? '').length > MOST_HEADER_VALUE_BYTES);
  if (long !== undefined) return `E_HEADER_VALUE_TOO_LONG: ${long}`;
  const auto = headers['Auto-Submitted'];
  return auto === undefined || AUTO_SUBMITTED.has(auto) ? null : 'E_HEADER_VALUE_INVALID: Auto-Submitted';
}

/** What the platform makes header lines of, encoded if need be. */
function linesRefused({ subject, from }: OutgoingMail): string | null {
  for (const [name, line] of [['subject', subject], ['from', from.name]] as const) {
    if (!isLine(line)) return `E_VALIDATION_ERROR: ${name} is no line`;
    if ((bytes(line) * ENCODED_WORD) / 3 > MOST_HEADER_VALUE_BYTES) return `E_HEADER_VALUE_TOO_LONG: ${name}`;
  }
  return subject === '' ? 'E_VALIDATION_ERROR: no subject' : null;
}

function addressesRefused({ from, to, replyTo }: OutgoingMail): string | null {
  const wrong = [from.address, to, ...(replyTo === undefined ? [] : [replyTo])].find((address) => !/^[^\s@<>,;:"]+@[a-z0-9._-]+$/i.test(address) || !isLine(address) || address.length > 320);
  return wrong === undefined ? null : 'E_VALIDATION_ERROR: not one address';
}

function filesRefused(enclosures: Enclosure[]): string | null {
  const wrong = enclosures.find(({ name, type, contentId }) => name === '' || !isLine(name) || !/^[\w.+-]+\/[\w.+-]+$/.test(type) || (contentId !== null && !/^[\w.@-]+$/.test(contentId)));
  return wrong === undefined ? null : 'E_VALIDATION_ERROR: a file';
}

/** Every part as if it were encoded in base64. */
function sizeRefused({ text, html, enclosures = [] }: OutgoingMail): string | null {
  const size = bytes(text) + bytes(html) + enclosures.reduce((sum, enclosure) => sum + enclosure.bytes.length, 0);
  return (size * ENCODED) / 3 > MOST_BYTES ? 'E_CONTENT_TOO_LARGE: over 5 MiB' : null;
}

function isLine(text: string): boolean {
  return !/[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(text) && text.isWellFormed();
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
