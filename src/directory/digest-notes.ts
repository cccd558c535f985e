/** What agents are told once a day: noted as it happens, gone when it was told. */

import { drizzle } from 'drizzle-orm/d1';
import type { LetterKind } from '../rules/letter-kinds.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import { digestNotes } from './schema.ts';

/** In place of a letter of this ticket. `byName` is empty where the desk itself did it. */
export type DigestNote = { to: Address; number: number; letter: number; kind: LetterKind; byName: string; at: Instant };

/** The same note again changes nothing. */
export async function noteForDigest(binding: D1Database, note: DigestNote): Promise<void> {
  await drizzle(binding).insert(digestNotes).values(note).onConflictDoNothing();
}
