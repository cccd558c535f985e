/** What agents are told once a day: noted as it happens, gone when it was told. */

import { eq } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import type { DigestNote } from '../rules/digest.ts';
import type { Readdressing } from '../rules/readdressing.ts';
import type { Address } from '../rules/ticket.ts';
import { digestNotes } from './schema.ts';

/** In place of a letter of this ticket. `by` null: the desk itself. */
export type LetterNote = DigestNote & { to: Address; letter: number };

/** The same note again changes nothing. */
export async function noteForDigest(binding: D1Database, { by, ...note }: LetterNote): Promise<void> {
  await drizzle(binding).insert(digestNotes).values({ ...note, by: by?.address ?? null, byName: by?.name ?? '' }).onConflictDoNothing();
}

/** For a batch: what was noted for or of somebody who has another address from now on, or is erased. */
export function readdressNotes(db: DrizzleD1Database, { kind, from, to }: Readdressing) {
  const theirs = eq(digestNotes.to, from);
  return [
    kind === 'erased' ? db.delete(digestNotes).where(theirs) : db.update(digestNotes).set({ to: to.address }).where(theirs),
    db.update(digestNotes).set({ by: to.address, ...(kind === 'erased' ? { byName: to.name } : {}) }).where(eq(digestNotes.by, from)),
  ] as const;
}
