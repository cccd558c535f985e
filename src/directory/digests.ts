/** Who gets a digest, of what, and which went out: one a person and day, marked before it is sent. */

import { and, asc, eq, inArray, isNull, lt, lte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { DigestNote } from '../rules/digest.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import { personColumns, type DirectoryPerson } from './people.ts';
import { digestNotes, digests, people, type DigestState } from './schema.ts';

/** More than the staff of any desk. */
const MOST_READERS = 500;
/** More than anybody reads; the rest comes the day after. */
const MOST_NOTES = 1000;
const KEPT_MS = 14 * 86_400_000;

/** Staff for whom something is noted. */
export async function digestReaders(binding: D1Database): Promise<DirectoryPerson[]> {
  const db = drizzle(binding);
  const noted = db.selectDistinct({ to: digestNotes.to }).from(digestNotes);
  const where = and(inArray(people.address, noted), inArray(people.role, ['agent', 'admin']), isNull(people.disabledAt));
  return db.select(personColumns).from(people).where(where).orderBy(asc(people.id)).limit(MOST_READERS);
}

/** What happened before `until`, the first noted first, each with the number by which it is forgotten. */
export async function readDigestNotes(binding: D1Database, to: Address, until: Instant): Promise<(DigestNote & { id: number })[]> {
  const rows = await drizzle(binding).select().from(digestNotes).where(and(eq(digestNotes.to, to), lt(digestNotes.at, until))).orderBy(asc(digestNotes.id)).limit(MOST_NOTES);
  return rows.map(({ id, number, kind, by, byName, at }) => ({ id, number, kind, by: by === null ? null : { address: by, name: byName }, at }));
}

type Day = { person: number; day: number };

/** Marks the digest as being sent. False if that was done before: then it was sent, or nobody knows, and what it told of comes the day after. */
export async function claimDigest(binding: D1Database, { person, day }: Day, at: Instant): Promise<boolean> {
  const claimed = await drizzle(binding).insert(digests).values({ person, day, state: 'sending', at }).onConflictDoNothing().returning({ day: digests.day });
  return claimed.length > 0;
}

/** It was not taken: the next run tries again. */
export async function releaseDigest(binding: D1Database, { person, day }: Day): Promise<void> {
  await drizzle(binding).delete(digests).where(and(eq(digests.person, person), eq(digests.day, day)));
}

/** It was sent with all notes up to this one of what happened before `until`. */
export async function digestSent(binding: D1Database, { person, day }: Day, told: { to: Address; upTo: number; until: Instant }): Promise<void> {
  const db = drizzle(binding);
  await db.batch([
    db.update(digests).set({ state: 'sent' }).where(and(eq(digests.person, person), eq(digests.day, day))),
    db.delete(digestNotes).where(and(eq(digestNotes.to, told.to), lte(digestNotes.id, told.upTo), lt(digestNotes.at, told.until))),
  ]);
}

/** Its notes stay for the day after: sent again is better than never told. */
export async function digestNotSent(binding: D1Database, { person, day }: Day, state: DigestState, reason: string): Promise<void> {
  await drizzle(binding).update(digests).set({ state, reason }).where(and(eq(digests.person, person), eq(digests.day, day)));
}

/** What nobody reads: notes for people who are no staff any more or cannot be reached, and marks of long ago. */
export async function forgetOldDigests(binding: D1Database, at: Instant): Promise<void> {
  const db = drizzle(binding);
  await db.batch([db.delete(digestNotes).where(lt(digestNotes.at, at - KEPT_MS)), db.delete(digests).where(lt(digests.at, at - KEPT_MS))]);
}
