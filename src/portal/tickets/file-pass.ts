/** A pass to one file at the attachments' own origin (SW11), where nobody is signed in: signed, and good for five minutes. */

import { hmac } from '@oslojs/crypto/hmac';
import { SHA256 } from '@oslojs/crypto/sha2';
import { constantTimeEqual } from '@oslojs/crypto/subtle';
import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from '@oslojs/encoding';
import * as v from 'valibot';
import type { Attachment, Instant } from '../../rules/ticket.ts';
import { secretsKey } from '../../secrets.ts';

export type PassedFile = Pick<Attachment, 'key' | 'name' | 'type' | 'size'>;

const GOOD_MS = 5 * 60_000;
const shape = v.strictTuple([v.number(), v.string(), v.string(), v.string(), v.number()]);

/** Null without a SECRETS_KEY: then files stay where the portal is. */
export function passFor({ key, name, type, size }: PassedFile, at: Instant): string | null {
  const secret = secretsKey();
  if (secret === null) return null;
  const said = encodeBase64urlNoPadding(new TextEncoder().encode(JSON.stringify([at + GOOD_MS, key, name.toWellFormed(), type, size])));
  return `${said}.${encodeBase64urlNoPadding(signature(said, secret))}`;
}

/** The file it is for; null if it is not ours or its time is over. */
export function readPass(pass: string, at: Instant): PassedFile | null {
  const secret = secretsKey();
  const [, said = '', signed = ''] = /^([\w-]{20,4000})\.([\w-]{43})$/.exec(pass) ?? [];
  if (secret === null || said === '' || !constantTimeEqual(decodeBase64urlIgnorePadding(signed), signature(said, secret))) return null;
  const [until, key, name, type, size] = v.parse(shape, JSON.parse(new TextDecoder().decode(decodeBase64urlIgnorePadding(said))));
  return until > at ? { key, name, type, size } : null;
}

/** With a key of its own, made from the one that is set. */
function signature(said: string, secret: string): Uint8Array {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return hmac(SHA256, hmac(SHA256, bytes(secret), bytes('file')), bytes(said));
}
