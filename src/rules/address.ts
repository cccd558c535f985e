/** Mail addresses: what is one, and which of them no person reads. */

import { asciiLabel } from './punycode.ts';
import type { Address } from './ticket.ts';

/** RFC 5321 §4.5.3.1.3, less the angle brackets. */
const LONGEST = 254;
/** RFC 5322 atext and dots; beyond ASCII letters, marks and digits (RFC 6532), which are kept as they are. */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~.\-\p{L}\p{M}\p{N}]+$/u;
/** Nearly all, and found several times as fast. */
const ASCII_LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~.-]+$/;
/** One label of a host name. Underscores are no good host names, but there are mail domains with them. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * The address in `text`: one mailbox, bare or in angle brackets, without a display name; blanks around it are ignored.
 *
 * The result is in lower case, its domain is made of A-labels (RFC 5890), at most 254 characters. A local part beyond ASCII is
 * kept. Null for anything that is not exactly `local@host`: quoted local parts, address literals, two `@`, control characters.
 * Two addresses are the same person if and only if the results are equal.
 */
export function parseAddress(text: string): Address | null {
  const bare = withoutBrackets(text.trim());
  if (bare.length > LONGEST) return null;
  const at = bare.indexOf('@');
  if (at < 1 || at !== bare.lastIndexOf('@')) return null;

  const local = bare.slice(0, at).normalize('NFC').toLowerCase();
  const host = asciiHost(bare.slice(at + 1));
  if (host === null || !(ASCII_LOCAL_PART.test(local) || LOCAL_PART.test(local))) return null;
  const address = `${local}@${host}`;
  return address.length <= LONGEST ? branded(address) : null;
}

/** The part after the `@`: A-labels in lower case. */
export function domainOf(address: Address): string {
  return address.slice(address.indexOf('@') + 1);
}

/** Whether mail servers everywhere take the address: its local part is ASCII. Others need SMTPUTF8 (RFC 6531). */
export function isAscii(address: Address): boolean {
  return /^[\x21-\x7e]+$/.test(address);
}

/**
 * Whether the address belongs to a machine or a role that no person reads (SJ20): such an address never joins a ticket.
 * `info@` and `support@` are people's, and so is `anna+newsletter@`.
 */
export function isRoleAddress(address: Address): boolean {
  const local = address.slice(0, address.indexOf('@'));
  return ROLE.test(local.split('+')[0] ?? local);
}

const ROLE_NAMES = [
  'no[-._]?reply',
  'do[-._]?not[-._]?reply',
  'dont[-._]?reply',
  'no[-._]?response',
  'nicht[-._]?antworten',
  'keine[-._]?antwort',
  'mailer[-._]?daemon',
  'postmaster',
  'hostmaster',
  'abuse',
  'bounces?',
  'notifications?',
  'benachrichtigung(?:en)?',
  'newsletters?',
  'mailings?',
  'auto[-._]?(?:reply|responder|confirm)',
  'undisclosed[-._]?recipients?',
];
const ROLE = new RegExp(`(?:^|[-._=])(?:${ROLE_NAMES.join('|')})(?:$|[-._=\\d])`);

function withoutBrackets(text: string): string {
  return text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1).trim() : text;
}

/** A trailing dot means the same host, so it goes. */
function asciiHost(host: string): string | null {
  const labels: string[] = [];
  for (const label of host.replace(/\.$/, '').split(/[.\u3002\uff0e\uff61]/)) {
    const ascii = asciiLabel(label);
    if (ascii === null || !LABEL.test(ascii)) return null;
    labels.push(ascii);
  }
  return labels.join('.');
}

/** The only place where a text becomes an Address. */
function branded(checked: string): Address {
  return checked as Address;
}
