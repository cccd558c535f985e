/** Passkeys and authenticator apps together: what an account asks for beside the password. */

import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { hasAuthenticator } from './authenticators.ts';
import { hasPasskey } from './passkeys.ts';
import { authenticators, passkeys, recoveryCodes, sessions } from './schema.ts';

export async function hasSecondFactor(binding: D1Database, personId: number): Promise<boolean> {
  const [app, key] = await Promise.all([hasAuthenticator(binding, personId), hasPasskey(binding, personId)]);
  return app || key;
}

/** For somebody who lost all devices and codes. Sessions end too: whoever found the devices is out. */
export async function removeSecondFactors(binding: D1Database, personId: number): Promise<void> {
  const db = drizzle(binding);
  await db.batch([
    db.delete(authenticators).where(eq(authenticators.personId, personId)),
    db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId)),
    db.delete(passkeys).where(eq(passkeys.personId, personId)),
    db.delete(sessions).where(eq(sessions.personId, personId)),
  ]);
}
