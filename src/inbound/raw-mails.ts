/** Raw mails in R2: kept before anything else happens to them, never changed. */

import { encodeHexLowerCase } from '@oslojs/encoding';
import type { Envelope } from '../rules/mail.ts';
import type { KeptMail } from '../rules/ledger.ts';
import type { Instant } from '../rules/ticket.ts';
import { senderPart } from './screen.ts';

/**
 * SHA-256 of the sender's part of the mail, hex: the same mail is the same key however often and along which way it is
 * delivered (SO03), and nobody can suppress a mail by reusing its Message-ID.
 */
export async function intakeKey(raw: Uint8Array<ArrayBuffer>): Promise<string> {
  return encodeHexLowerCase(new Uint8Array(await crypto.subtle.digest('SHA-256', senderPart(raw))));
}

export function rawKey(intakeKey: string): string {
  return `raw/${intakeKey}`;
}

/** Keeps the bytes; the first copy wins. What the store calls them, or null where another copy is kept. */
export async function keepRaw(bucket: R2Bucket, key: string, raw: Uint8Array, envelope: Envelope): Promise<string | null> {
  const kept = await bucket.put(rawKey(key), raw, {
    onlyIf: { etagDoesNotMatch: '*' },
    httpMetadata: { contentType: 'message/rfc822' },
    customMetadata: { from: envelope.from, to: envelope.to },
  });
  return kept?.etag ?? null;
}

/** The bytes of a mail that is in the ledger. */
export async function readRaw(bucket: R2Bucket, key: string): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await bucket.get(rawKey(key));
  if (kept === null) throw new Error(`The raw mail ${key} is missing in R2`);
  return new Uint8Array(await kept.arrayBuffer());
}

/** A mail with all that is known of its arrival. `etag`: what the store calls its bytes; null: another copy of it is kept. */
export type Kept = { key: string; raw: Uint8Array<ArrayBuffer>; etag: string | null; envelope: Envelope; receivedAt: Instant };

/** The mail as it was kept when it first arrived. Throws if it is not there. */
export async function readKept(bucket: R2Bucket, key: string): Promise<Kept> {
  const kept = await bucket.get(rawKey(key));
  if (kept === null) throw new Error(`The raw mail ${key} is missing in R2`);
  const { from = '', to = '' } = kept.customMetadata ?? {};
  return { key, raw: new Uint8Array(await kept.arrayBuffer()), etag: kept.etag, envelope: { from, to }, receivedAt: kept.uploaded.getTime() };
}

/** Up to `most` kept mails in the order of their keys, after this one ('': from the first). `last`: none comes after them. */
export async function listKept(bucket: R2Bucket, { after, most }: { after: string; most: number }): Promise<{ mails: KeptMail[]; last: boolean }> {
  const prefix = rawKey('');
  const { objects, truncated } = await bucket.list({ prefix, limit: most, ...(after === '' ? {} : { startAfter: rawKey(after) }) });
  return { mails: objects.map((object) => ({ key: object.key.slice(prefix.length), keptAt: object.uploaded.getTime(), size: object.size, etag: object.etag })), last: !truncated };
}
