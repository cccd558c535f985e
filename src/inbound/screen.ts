/**
 * Who vouches for a mail's sender: Cloudflare's verdict, read from the trace block that it puts above the sender's headers.
 * Read from the raw bytes, by position, failing closed: a sender can write every one of these headers too.
 */

import { domainOf, parseAddress } from '../rules/address.ts';
import type { Envelope, Verdict } from '../rules/mail.ts';
import type { Address } from '../rules/ticket.ts';
import { parseAuthenticationResults, type AuthenticationResult } from './reading/authentication-results.ts';
import { headerFields, type RawField } from './reading/header-fields.ts';

const SERVER = 'mx.cloudflare.net';
/** The last header that Cloudflare adds; below it everything is the sender's. */
const LAST_OF_BLOCK = 'x-cf-spamh-score';
const RECEIVED = /\bby cloudflare-email\.net \(cloudflare\)/i;
/** A mail that has one of these twice shows one to the signature's check and another to the reader (SA04). */
const SINGLE = new Set(['from', 'sender', 'reply-to', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references',
  'mime-version', 'content-type']);

/**
 * `stamped`: Cloudflare has put its trace block on the mail on its way to this recipient. Mail routing stamps every one, so a
 * mail without says that something let it past (SA06).
 *
 * `verdict`: whether the domain of `from` vouches for the mail (SA01-SA05, RFC 8601, RFC 7489 §6.6). `pass`: DMARC passed for
 * exactly that domain, or, where the domain has no DMARC, DKIM or SPF (of the envelope sender) passed for it. `fail`: DMARC
 * failed. `none`: everything else, among it no `from`, no stamp, two results, doubled headers, anything not understood.
 */
export function readStamp(raw: Uint8Array, envelope: Envelope, from: Address | null): { stamped: boolean; verdict: Verdict } {
  const { fields, cut } = headerFields(raw);
  const block = traceBlock(fields);
  if (block === null || !isFor(block, envelope)) return { stamped: false, verdict: 'none' };
  return { stamped: true, verdict: from === null || cut || hasDoubles(fields) ? 'none' : verdictIn(block, from) };
}

function verdictIn(block: RawField[], from: Address): Verdict {
  const stamped = block.filter((field) => field.name === 'authentication-results').map((field) => parseAuthenticationResults(field.value));
  const ours = stamped.filter((one) => one === null || one.server === SERVER);
  const only = ours[0];
  return ours.length === 1 && only != null ? verdictOn(domainOf(from), only.results) : 'none';
}

/**
 * The bytes below the trace block: what the sender sent, the same at every delivery (SO03). The whole mail if it has no block.
 */
export function senderPart(raw: Uint8Array): Uint8Array {
  const last = traceBlock(headerFields(raw).fields)?.at(-1);
  return last === undefined ? raw : raw.subarray(last.end);
}

/** From the very first header, which must be Cloudflare's Received, to the first score (SA02). */
function traceBlock(fields: RawField[]): RawField[] | null {
  const first = fields[0];
  if (first === undefined || first.name !== 'received' || !RECEIVED.test(first.value)) return null;
  const last = fields.findIndex((field) => field.name === LAST_OF_BLOCK);
  return last < 0 ? null : fields.slice(0, last + 1);
}

/** A block copied from another mail names another recipient. */
function isFor(block: RawField[], envelope: Envelope): boolean {
  const received = block[0]?.value ?? '';
  const named = /\bfor <([^<>\s]+)>/i.exec(received)?.[1];
  return named !== undefined && envelope.to !== '' && named.toLowerCase() === envelope.to.toLowerCase();
}

function hasDoubles(fields: RawField[]): boolean {
  const seen = new Set<string>();
  for (const { name } of fields) {
    if (SINGLE.has(name) && seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}

function verdictOn(domain: string, results: AuthenticationResult[]): Verdict {
  const dmarc = results.filter((one) => one.method === 'dmarc');
  const [policy] = dmarc;
  if (dmarc.length > 1) return 'none';
  if (policy !== undefined && policy.result !== 'none') return dmarcVerdict(domain, policy);
  return results.some((one) => one.result === 'pass' && vouchesFor(domain, one)) ? 'pass' : 'none';
}

function dmarcVerdict(domain: string, dmarc: AuthenticationResult): Verdict {
  if (dmarc.result === 'fail') return 'fail';
  return dmarc.result === 'pass' && isDomain(dmarc.properties.get('header.from'), domain) ? 'pass' : 'none';
}

/** Without DMARC only the very same domain counts; a HELO name proves nothing about the sender. */
function vouchesFor(domain: string, { method, properties }: AuthenticationResult): boolean {
  if (method === 'dkim') return isDomain(properties.get('header.d'), domain);
  return method === 'spf' && !properties.has('smtp.helo') && isDomain(properties.get('smtp.mailfrom'), domain);
}

/** `value` is a domain, or an address of it. */
function isDomain(value: string | undefined, domain: string): boolean {
  if (value === undefined) return false;
  const address = parseAddress(value.includes('@') ? value : `postmaster@${value}`);
  return address !== null && domainOf(address) === domain;
}
