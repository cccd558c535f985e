/** Raw mails in R2: kept before anything else happens to them, never changed. */

import { encodeHexLowerCase } from '@oslojs/encoding';
import type { Envelope } from '../rules/mail.ts';
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

/** Keeps the bytes; the first copy wins. */
export async function keepRaw(bucket: R2Bucket, key: string, raw: Uint8Array, envelope: Envelope): Promise<void> {
  await bucket.put(rawKey(key), raw, {
    onlyIf: { etagDoesNotMatch: '*' },
    httpMetadata: { contentType: 'message/rfc822' },
    customMetadata: { from: envelope.from, to: envelope.to },
  });
}

/** The bytes of a mail that is in the ledger. */
export async function readRaw(bucket: R2Bucket, key: string): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await bucket.get(rawKey(key));
  if (kept === null) throw new Error(`The raw mail ${key} is missing in R2`);
  return new Uint8Array(await kept.arrayBuffer());
}
