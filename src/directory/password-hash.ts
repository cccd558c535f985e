/**
 * What is kept of a password: Argon2id of it, or, where the desk has a pepper, of the pepper's HMAC of it. A pepper is a secret that is
 * not in the database, so that a stolen database alone gives nobody anything to guess at (SW08).
 */

import { hmac } from '@oslojs/crypto/hmac';
import { sha256, SHA256 } from '@oslojs/crypto/sha2';
import { encodeBase64, encodeHexLowerCase } from '@oslojs/encoding';
import { hash, isOutdated, matches, NOBODYS_HASH } from './argon2.ts';

/** Today's pepper first, then those of before, so that a new one can be set at any time. */
export type Peppers = readonly string[];

/** A PHC string; with a pepper its name stands before: `1f2e3d4c:$argon2id$…`. */
export function hashPassword(password: string, peppers: Peppers): string {
  const [today] = peppers;
  return today === undefined ? hash(password) : `${nameOf(today)}:${hash(peppered(password, today))}`;
}

/** Whether it is the password that `kept` was made of. `kept` null: nobody's, after the same work (SW06). */
export function isPassword(kept: string | null, password: string, peppers: Peppers): boolean {
  const { name, phc } = parts(kept ?? NOBODYS_HASH);
  const pepper = kept === null ? peppers[0] : peppers.find((one) => nameOf(one) === name);
  const right = matches(phc, pepper === undefined ? password : peppered(password, pepper));
  return right && (name === null || pepper !== undefined);
}

/** Whether it is to be made anew: hashing costs more today, or the pepper is another one. */
export function isHashOutdated(kept: string, peppers: Peppers): boolean {
  const { name, phc } = parts(kept);
  const [today] = peppers;
  return isOutdated(phc) || name !== (today === undefined ? null : nameOf(today));
}

function parts(kept: string): { name: string | null; phc: string } {
  const [, name, phc] = /^([0-9a-f]{8}):(.*)$/.exec(kept) ?? [];
  return name === undefined || phc === undefined ? { name: null, phc: kept } : { name, phc };
}

/** NFC as in `argon2`, because the same key types `ü` in two ways. */
function peppered(password: string, pepper: string): string {
  const bytes = new TextEncoder();
  return encodeBase64(hmac(SHA256, bytes.encode(pepper), bytes.encode(password.normalize('NFC'))));
}

function nameOf(pepper: string): string {
  return encodeHexLowerCase(sha256(new TextEncoder().encode(`name of ${pepper}`))).slice(0, 8);
}
