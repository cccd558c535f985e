/** What the directory holds about one person, for themselves to take along. No secrets: those open something. */

import { asc, desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Address } from '../rules/ticket.ts';
import { intake, passkeys, people, sessions } from './schema.ts';

const MOST_MAILS = 1000;
const MOST_WAYS_IN = 100;

/** The newest thousand mails, where there are more. `person` is missing if there is nobody with this id. */
export async function readOwnRecord(binding: D1Database, { id, address }: { id: number; address: Address }) {
  const db = drizzle(binding);
  const { receivedAt, size, messageId, subject, senderName, outcome, number } = intake;
  const [person, keys, open, mails] = await db.batch([
    db.select().from(people).where(eq(people.id, id)),
    db.select({ name: passkeys.name, createdAt: passkeys.createdAt, lastUsedAt: passkeys.lastUsedAt }).from(passkeys).where(eq(passkeys.personId, id)).orderBy(asc(passkeys.createdAt)).limit(MOST_WAYS_IN),
    db.select({ createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt, browser: sessions.browser, network: sessions.network }).from(sessions).where(eq(sessions.personId, id)).limit(MOST_WAYS_IN),
    db.select({ receivedAt, size, messageId, subject, senderName, outcome, number }).from(intake).where(eq(intake.sender, address)).orderBy(desc(intake.receivedAt)).limit(MOST_MAILS),
  ]);
  return { person: person[0], passkeys: keys, sessions: open, mails };
}
