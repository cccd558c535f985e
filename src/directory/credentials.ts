/** Who knows which password. */

import { eq, isNotNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { LONGEST_PASSWORD } from '../rules/password.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import { passwordPeppers } from '../secrets.ts';
import { hashPassword, isHashOutdated, isPassword } from './password-hash.ts';
import { type DirectoryPerson, personColumns } from './people.ts';
import { credentials, people, sessions } from './schema.ts';

/**
 * The person with this address, if it is their password and they may sign in; else null, for every reason after the same
 * work (SW06). A hash that was cheaper to make than today's is made anew.
 */
export async function verifyPassword(binding: D1Database, address: Address, password: string, at: Instant): Promise<DirectoryPerson | null> {
  const found = await findCredentials(binding, address);
  const peppers = passwordPeppers();
  const right = isPassword(found?.passwordHash ?? null, password.slice(0, LONGEST_PASSWORD + 1), peppers) && password.length <= LONGEST_PASSWORD;
  if (found === null || !right || found.person.disabledAt !== null) return null;

  if (isHashOutdated(found.passwordHash, peppers)) await keepHash(binding, found.person.id, hashPassword(password, peppers), at);
  return found.person;
}

/** Sets the password and ends all sessions of the person (SW01). */
export async function setPassword(binding: D1Database, personId: number, password: string, at: Instant): Promise<void> {
  const db = drizzle(binding);
  await db.batch([
    upsert(binding, { personId, passwordHash: hashPassword(password, passwordPeppers()), updatedAt: at }),
    db.delete(sessions).where(eq(sessions.personId, personId)),
  ]);
}

export type Account = { person: DirectoryPerson; hasPassword: boolean };

/** Who has this address, and whether they have set a password yet. */
export async function findAccount(binding: D1Database, address: Address): Promise<Account | null> {
  const row = await drizzle(binding)
    .select({ person: personColumns, hasPassword: sql`${isNotNull(credentials.personId)}`.mapWith(Boolean) })
    .from(people)
    .leftJoin(credentials, eq(credentials.personId, people.id))
    .where(eq(people.address, address))
    .get();
  return row ?? null;
}

async function findCredentials(binding: D1Database, address: Address): Promise<{ person: DirectoryPerson; passwordHash: string } | null> {
  const row = await drizzle(binding)
    .select({ person: personColumns, passwordHash: credentials.passwordHash })
    .from(people)
    .innerJoin(credentials, eq(credentials.personId, people.id))
    .where(eq(people.address, address))
    .get();
  return row ?? null;
}

async function keepHash(binding: D1Database, personId: number, passwordHash: string, at: Instant): Promise<void> {
  await upsert(binding, { personId, passwordHash, updatedAt: at });
}

function upsert(binding: D1Database, row: typeof credentials.$inferInsert) {
  return drizzle(binding)
    .insert(credentials)
    .values(row)
    .onConflictDoUpdate({
      target: credentials.personId,
      set: { passwordHash: sql`excluded.password_hash`, updatedAt: sql`excluded.updated_at` },
    });
}
