/** Authenticator apps and the recovery codes beside them: the second factor of people without a passkey (SW15). */

import { generateHOTP, createTOTPKeyURI } from '@oslojs/otp';
import { decodeBase32, encodeBase32LowerCaseNoPadding, encodeBase32UpperCaseNoPadding, encodeHexLowerCase } from '@oslojs/encoding';
import { sha256 } from '@oslojs/crypto/sha2';
import { and, count, eq, isNotNull, isNull, lt } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Address, Instant } from '../rules/ticket.ts';
import { authenticators, recoveryCodes } from './schema.ts';

const STEP_S = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
/** A telephone's clock may be so many codes early or late (RFC 6238 §5.2). */
const DRIFT = 1;
const CODES = 10;
const CODE_BYTES = 10;

/** Begins to set one up, anew each time; nothing asks for its codes before `confirmAuthenticator`. The result is base32. */
export async function beginAuthenticator(binding: D1Database, personId: number): Promise<string> {
  const secret = encodeBase32UpperCaseNoPadding(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
  const row = { personId, secret, confirmedAt: null, lastCounter: 0 };
  await drizzle(binding)
    .insert(authenticators)
    .values(row)
    .onConflictDoUpdate({ target: authenticators.personId, set: row, setWhere: isNull(authenticators.confirmedAt) });
  return secret;
}

/** What its app reads from the picture. */
export function authenticatorUri(secret: string, siteName: string, address: Address): string {
  return createTOTPKeyURI(siteName, address, decodeBase32(secret), STEP_S, DIGITS);
}

/** The secret that waits for its first code, or null. */
export async function findUnconfirmed(binding: D1Database, personId: number): Promise<string | null> {
  const row = await drizzle(binding).select({ secret: authenticators.secret }).from(authenticators).where(and(eq(authenticators.personId, personId), isNull(authenticators.confirmedAt))).get();
  return row?.secret ?? null;
}

/** The first right code sets it up. False: the code is wrong. */
export async function confirmAuthenticator(binding: D1Database, personId: number, code: string, at: Instant): Promise<boolean> {
  const secret = await findUnconfirmed(binding, personId);
  const counter = secret === null ? null : counterOf(secret, code, at);
  if (counter === null) return false;
  await drizzle(binding).update(authenticators).set({ confirmedAt: at, lastCounter: counter }).where(eq(authenticators.personId, personId));
  return true;
}

export async function hasAuthenticator(binding: D1Database, personId: number): Promise<boolean> {
  const row = await drizzle(binding).select({ id: authenticators.personId }).from(authenticators).where(isConfirmed(personId)).get();
  return row !== undefined;
}

/** Whether the code is right now. Each counts once, even when sent twice at the same time. */
export async function takeAuthenticatorCode(binding: D1Database, personId: number, code: string, at: Instant): Promise<boolean> {
  const db = drizzle(binding);
  const row = await db.select({ secret: authenticators.secret }).from(authenticators).where(isConfirmed(personId)).get();
  const counter = row === undefined ? null : counterOf(row.secret, code, at);
  if (counter === null) return false;
  const taken = await db
    .update(authenticators)
    .set({ lastCounter: counter })
    .where(and(isConfirmed(personId), lt(authenticators.lastCounter, counter)))
    .returning({ id: authenticators.personId });
  return taken.length > 0;
}

/** Ends the app and its recovery codes. */
export async function removeAuthenticator(binding: D1Database, personId: number): Promise<void> {
  const db = drizzle(binding);
  await db.batch([
    db.delete(authenticators).where(eq(authenticators.personId, personId)),
    db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
  ]);
}

/** Ten new codes, as `abcd-efgh-ijkl-mnop`; the ones before end. Only their hashes are kept. */
export async function makeRecoveryCodes(binding: D1Database, personId: number): Promise<string[]> {
  const codes = Array.from({ length: CODES }, () => encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(CODE_BYTES))));
  const db = drizzle(binding);
  await db.batch([
    db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
    db.insert(recoveryCodes).values(codes.map((code) => ({ personId, codeHash: hashCode(code) }))),
  ]);
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'));
}

/** Whether it is one of the person's codes and was not used before. */
export async function takeRecoveryCode(binding: D1Database, personId: number, typed: string, at: Instant): Promise<boolean> {
  const code = typed.toLowerCase().replace(/[^a-z2-7]/g, '');
  const taken = await drizzle(binding)
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.codeHash, hashCode(code)), isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.personId });
  return taken.length > 0;
}

export async function countRecoveryCodes(binding: D1Database, personId: number): Promise<number> {
  const row = await drizzle(binding).select({ left: count() }).from(recoveryCodes).where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt))).get();
  return row?.left ?? 0;
}

/** The counter whose code this is, the newest first; null for none. Every one is compared, so that timing tells nothing. */
function counterOf(secret: string, code: string, at: Instant): number | null {
  const typed = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(typed)) return null;
  const now = Math.floor(at / 1000 / STEP_S);
  const key = decodeBase32(secret);
  const right = Array.from({ length: 2 * DRIFT + 1 }, (_, index) => now + DRIFT - index).filter((counter) => sameText(generateHOTP(key, BigInt(counter), DIGITS), typed));
  return right[0] ?? null;
}

function sameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}

/** 80 random bits: nobody guesses them, so a fast hash does. */
function hashCode(code: string): string {
  return encodeHexLowerCase(sha256(new TextEncoder().encode(code)));
}

function isConfirmed(personId: number) {
  return and(eq(authenticators.personId, personId), isNotNull(authenticators.confirmedAt));
}
