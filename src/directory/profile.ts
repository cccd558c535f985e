/** What people say of themselves. */

import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { LetterChoices } from '../rules/letter-choices.ts';
import type { Signature } from '../rules/signature.ts';
import type { Language } from '../rules/ticket.ts';
import { people } from './schema.ts';

/** `zone`: IANA, or null for the desk's. Letters and signature mean nothing for customers. */
export type Profile = { name: string; language: Language; zone: string | null; letters: LetterChoices } & Signature;

export async function saveProfile(binding: D1Database, id: number, { name, language, zone, letters, signatureDe, signatureEn }: Profile): Promise<void> {
  await drizzle(binding).update(people).set({ name, language, zone, letters, signatureDe, signatureEn }).where(eq(people.id, id));
}
