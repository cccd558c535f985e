/** What people say of themselves. */

import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Language } from '../rules/ticket.ts';
import { people } from './schema.ts';

/** `zone`: IANA, or null for the desk's. `wantsNewTickets` means nothing for customers (P01). */
export type Profile = { name: string; language: Language; zone: string | null; wantsNewTickets: boolean };

export async function saveProfile(binding: D1Database, id: number, { name, language, zone, wantsNewTickets }: Profile): Promise<void> {
  await drizzle(binding).update(people).set({ name, language, zone, wantsNewTickets }).where(eq(people.id, id));
}
