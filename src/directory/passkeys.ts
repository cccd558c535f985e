/** Who has which passkeys. */

import { and, asc, count, eq, gt, or, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../rules/ticket.ts';
import { type DirectoryPerson, personColumns } from './people.ts';
import { passkeys, people } from './schema.ts';
import type { KnownPasskey, NewPasskey } from './webauthn.ts';

export type Passkey = { id: string; name: string; createdAt: Instant; lastUsedAt: Instant | null };

/** Nobody has more devices. */
export const MOST_PASSKEYS = 20;

export async function listPasskeys(binding: D1Database, personId: number): Promise<Passkey[]> {
  const { id, name, createdAt, lastUsedAt } = passkeys;
  return drizzle(binding).select({ id, name, createdAt, lastUsedAt }).from(passkeys).where(eq(passkeys.personId, personId)).orderBy(asc(createdAt)).limit(MOST_PASSKEYS);
}

export async function hasPasskey(binding: D1Database, personId: number): Promise<boolean> {
  const row = await drizzle(binding).select({ have: count() }).from(passkeys).where(eq(passkeys.personId, personId)).get();
  return (row?.have ?? 0) > 0;
}

export async function addPasskey(binding: D1Database, personId: number, passkey: NewPasskey & { name: string }, at: Instant): Promise<void> {
  await drizzle(binding).insert(passkeys).values({ ...passkey, personId, createdAt: at }).onConflictDoNothing();
}

export async function removePasskey(binding: D1Database, personId: number, id: string): Promise<void> {
  await drizzle(binding).delete(passkeys).where(and(eq(passkeys.personId, personId), eq(passkeys.id, id)));
}

export async function renamePasskey(binding: D1Database, personId: number, id: string, name: string): Promise<void> {
  await drizzle(binding).update(passkeys).set({ name }).where(and(eq(passkeys.personId, personId), eq(passkeys.id, id)));
}

/** The passkey and its person, unless that one may not come in. */
export async function findPasskey(binding: D1Database, id: string): Promise<{ passkey: KnownPasskey; person: DirectoryPerson } | null> {
  const row = await drizzle(binding).select({ passkey: passkeys, person: personColumns }).from(passkeys).innerJoin(people, eq(people.id, passkeys.personId)).where(eq(passkeys.id, id)).get();
  return row === undefined || row.person.disabledAt !== null ? null : row;
}

/** Notes the use. False if the counter did not rise: then the key was copied (WebAuthn §6.1.1). Many devices always say 0. */
export async function usePasskey(binding: D1Database, id: string, counter: number, at: Instant): Promise<boolean> {
  const rises = or(gt(sql`${counter}`, passkeys.counter), and(eq(sql`${counter}`, 0), eq(passkeys.counter, 0)));
  const used = await drizzle(binding).update(passkeys).set({ counter, lastUsedAt: at }).where(and(eq(passkeys.id, id), rises)).returning({ id: passkeys.id });
  return used.length > 0;
}
