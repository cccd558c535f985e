/** Secrets that open something: of sessions and of mailed links. */

import { sha256 } from '@oslojs/crypto/sha2';
import { encodeBase64urlNoPadding, encodeHexLowerCase } from '@oslojs/encoding';

/** 256 random bits. */
export function newToken(): string {
  return encodeBase64urlNoPadding(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * What is stored in the token's place: its SHA-256, hex. Null for what was never a token of ours, so that nothing empty, cut
 * or odd is ever looked up (SW09). A slow hash is not needed: nobody guesses 256 bits.
 */
export function hashToken(token: string | undefined): string | null {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return null;
  return encodeHexLowerCase(sha256(new TextEncoder().encode(token)));
}
