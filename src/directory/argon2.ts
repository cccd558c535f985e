/** The only door to the package that hashes passwords. */

import Argon2 from '@phi-ag/argon2';
import module from '@phi-ag/argon2/argon2.wasm';

/** OWASP's minimum for Argon2id: 19 MiB, two passes; about 40 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, hashLength: 32 };
const PREFIX = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** A hash of nobody's password, for as much work where there is no hash as where there is one (SW06). */
export const NOBODYS_HASH = `${PREFIX}AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`;

/** The hash as PHC string, with 128 random bits of salt if none is given. */
export function hash(password: string, salt: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  return argon2().hash(asBytes(password), { ...COST, salt }).encoded;
}

export function matches(phc: string, password: string): boolean {
  return argon2().tryVerify(phc, asBytes(password)).success;
}

/** Whether the hash was made when hashing cost less, or otherwise. */
export function isOutdated(phc: string): boolean {
  return !phc.startsWith(PREFIX);
}

let instance: Argon2 | undefined;

/** Made once an isolate: its memory stays. */
function argon2(): Argon2 {
  instance ??= new Argon2(new WebAssembly.Instance(module));
  return instance;
}

/**
 * The password so that the package reads it to its end: it counts UTF-16 units where it must count UTF-8 bytes, so that of
 * `Füße` the last two bytes would not matter. Added zeros make the units as many as the bytes; they themselves are not read.
 * NFC, because the same key types `ü` in two ways on two systems (RFC 8265 §4.2).
 */
function asBytes(password: string): string {
  const typed = password.normalize('NFC');
  const bytes = new TextEncoder().encode(typed).length;
  return typed + '\0'.repeat(bytes - typed.length);
}
