/** The only door to the package that knows WebAuthn (W3C Web Authentication, level 3). */

import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { decodeBase64urlIgnorePadding, encodeBase64urlNoPadding } from '@oslojs/encoding';
import * as v from 'valibot';
import type { Address } from '../rules/ticket.ts';

/** Where the passkey belongs: the portal's own address. */
export type Site = { name: string; origin: string };

export type NewPasskey = { id: string; publicKey: string; counter: number; transports: string[] };
export type KnownPasskey = NewPasskey;

const text = v.pipe(v.string(), v.maxLength(8192));
const optional = v.optional(text);
const credential = { id: text, rawId: text, type: v.literal('public-key'), clientExtensionResults: v.optional(v.record(v.string(), v.unknown()), {}) };
const newCredential = v.object({ ...credential, response: v.object({ clientDataJSON: text, attestationObject: text, transports: v.optional(v.array(text), []) }) });
const usedCredential = v.object({ ...credential, response: v.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: optional }) });

/** What the browser is asked to make; `challenge` is in it. */
export async function newPasskeyOptions(site: Site, person: { id: number; address: Address; name: string }, known: string[]) {
  return generateRegistrationOptions({
    rpName: site.name,
    rpID: new URL(site.origin).hostname,
    userName: person.address,
    userDisplayName: person.name === '' ? person.address : person.name,
    userID: Uint8Array.from(new TextEncoder().encode(`person ${person.id}`)),
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What the browser made, or null if it is not what was asked of it. */
export async function readNewPasskey(site: Site, challenge: string, answer: unknown): Promise<NewPasskey | null> {
  const parsed = v.safeParse(newCredential, answer);
  if (!parsed.success) return null;
  const checked = await orNull(() => verifyRegistrationResponse({ ...expected(site, challenge), response: parsed.output, requireUserVerification: true }));
  if (checked?.verified !== true) return null;
  const made = checked.registrationInfo.credential;
  return { id: made.id, publicKey: encodeBase64urlNoPadding(made.publicKey), counter: made.counter, transports: parsed.output.response.transports };
}

/** Any passkey of this site will do: it says itself whose it is. */
export async function passkeyOptions(site: Site) {
  return generateAuthenticationOptions({ rpID: new URL(site.origin).hostname, userVerification: 'required' });
}

/** The id that the answer names, not yet proven; null if it is no answer. */
export function answeredPasskey(answer: unknown): string | null {
  const parsed = v.safeParse(usedCredential, answer);
  return parsed.success ? parsed.output.id : null;
}

/** The passkey's new counter if the answer proves it, else null. */
export async function checkPasskey(site: Site, challenge: string, passkey: KnownPasskey, answer: unknown): Promise<number | null> {
  const parsed = v.safeParse(usedCredential, answer);
  if (!parsed.success) return null;
  const { id, counter } = passkey;
  const known = { id, counter, publicKey: new Uint8Array(decodeBase64urlIgnorePadding(passkey.publicKey)) };
  const { userHandle, ...response } = parsed.output.response;
  const answered = { ...parsed.output, response: userHandle === undefined ? response : { ...response, userHandle } };
  const checked = await orNull(() => verifyAuthenticationResponse({ ...expected(site, challenge), response: answered, credential: known, requireUserVerification: true }));
  return checked?.verified === true ? checked.authenticationInfo.newCounter : null;
}

function expected(site: Site, challenge: string) {
  return { expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: new URL(site.origin).hostname };
}

/** The package throws where an answer does not fit, which for us is just a wrong answer. */
async function orNull<Result>(check: () => Promise<Result>): Promise<Result | null> {
  try {
    return await check();
  } catch {
    return null;
  }
}
