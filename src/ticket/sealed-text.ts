/** Credentials as they are kept: AES-256-GCM under a key that is in no database (S18). The ticket object never has the text. */

import { hmac } from '@oslojs/crypto/hmac';
import { SHA256, sha256 } from '@oslojs/crypto/sha2';
import { constantTimeEqual } from '@oslojs/crypto/subtle';
import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from '@oslojs/encoding';
import { secretsKey } from '../secrets.ts';

/** Which credential: the ticket's number and its own on the ticket. */
export type SecretPlace = { number: number; secret: number };

const IV_BYTES = 12;

/** The text encrypted for this place alone: moved to another it does not open. Throws if secrets are off. */
export async function seal(text: string, place: SecretPlace): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: named(place) }, await textKey(), new TextEncoder().encode(text));
  return `${encodeBase64urlNoPadding(iv)}.${encodeBase64urlNoPadding(new Uint8Array(sealed))}`;
}

/** The text; null if it was sealed under another key or for another place. */
export async function unseal(sealed: string, place: SecretPlace): Promise<string | null> {
  const [iv = '', text = ''] = sealed.split('.');
  try {
    const with_ = { name: 'AES-GCM', iv: bytesOf(iv), additionalData: named(place) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(with_, await textKey(), bytesOf(text)));
  } catch {
    return null;
  }
}

/**
 * The token of the link under which it is given: 256 bits that only the key can make, so that none is kept anywhere and a letter
 * that is sent a second time has the same. null if secrets are off.
 */
export function secretToken(place: SecretPlace): string | null {
  const key = secretsKey();
  return key === null ? null : `${place.number}-${place.secret}-${encodeBase64urlNoPadding(proofOf(place, key))}`;
}

/** Which credential the token is for; null for every other text. Asks no ticket. */
export function readSecretToken(token: string): SecretPlace | null {
  const [, number, secret, proof = ''] = /^([1-9]\d{0,9})-([1-9]\d{0,4})-([\w-]{43})$/.exec(token) ?? [];
  const key = secretsKey();
  if (key === null || proof === '') return null;
  const place = { number: Number(number), secret: Number(secret) };
  return constantTimeEqual(sha256(new TextEncoder().encode(proof)), sha256(new TextEncoder().encode(encodeBase64urlNoPadding(proofOf(place, key))))) ? place : null;
}

function proofOf({ number, secret }: SecretPlace, key: string): Uint8Array {
  return derived(key, `link ${number} ${secret}`);
}

async function textKey(): Promise<CryptoKey> {
  const key = secretsKey();
  if (key === null) throw new Error('SECRETS_KEY is not set');
  return crypto.subtle.importKey('raw', derived(key, 'text'), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Links and texts have keys of their own, both made from the one that is set. */
function derived(key: string, use: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hmac(SHA256, new TextEncoder().encode(key), new TextEncoder().encode(use)));
}

function named({ number, secret }: SecretPlace): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(`${number} ${secret}`));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(decodeBase64urlIgnorePadding(text));
}
