/** What agents are told once a day: noted as it happens, gone when it was told. */

import { drizzle } from 'drizzle-orm/d1';
import type { DigestNote } from '../rules/digest.ts';
import type { Address } from '../rules/ticket.ts';
import { digestNotes } from './schema.ts';

/** In place of a letter of this ticket. `by` null: the desk itself. */
export type LetterNote = DigestNote & { to: Address; letter: number };

/** The same note again changes nothing. */
export async function noteForDigest(binding: D1Database, { by, ...note }: LetterNote): Promise<void> {
  await drizzle(binding).insert(digestNotes).values({ ...note, by: by?.address ?? null, byName: by?.name ?? '' }).onConflictDoNothing();
}
