/** Which tickets Message-IDs belong to: a reply without tag and key still finds its ticket (T08). */

import { and, asc, eq, sql } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { messageIds } from './schema.ts';

/** Most ids looked at, newest first. */
const MOST_LOOKED_UP = 90;
const MOST_FOUND = 200;
/** Tickets asked as kin. */
const MOST_KIN = 3;

export type NamedTickets = {
  /** Tickets with a mail or letter that this mail answers: the newest one's first, the older ticket first. */
  referred: number[];
  /** Tickets with a mail that answers this one, or that answers the same mail, which is on no ticket. */
  kin: number[];
  /** The mail bears the Message-ID of a letter of ours: it came back (A15). */
  isLetter: boolean;
};

/** A mail by its own Message-ID and those that it answers, oldest first, as in References. */
type NamingMail = { messageId: string | null; answers: string[] };

/** The tickets that sent a letter with this Message-ID: one, or none. */
export async function ticketsWithLetter(binding: D1Database, messageId: string): Promise<number[]> {
  const isLetter = and(eq(messageIds.messageId, messageId), eq(messageIds.origin, 'letter'));
  const rows = await drizzle(binding).select({ number: messageIds.number }).from(messageIds).where(isLetter).limit(MOST_KIN);
  return rows.map((row) => row.number);
}

/** The tickets that a mail names by Message-IDs, as a query for a batch with the value `named`, which `namesIn` gives; `namedTickets` reads its rows. */
export function selectNamed(db: DrizzleD1Database) {
  const isNamed = sql`${messageIds.messageId} in (select value from json_each(${sql.placeholder('named')}))`;
  return db.select().from(messageIds).where(isNamed).orderBy(asc(messageIds.number)).limit(MOST_FOUND);
}

export function namesIn(mail: NamingMail): string {
  return JSON.stringify(askedFor(mail));
}

export function namedTickets(found: (typeof messageIds.$inferSelect)[], mail: NamingMail): NamedTickets {
  const asked = askedFor(mail);
  const newestFirst = mail.messageId === null ? asked : asked.slice(0, -1);
  const rows = found.toSorted((one, other) => asked.indexOf(one.messageId) - asked.indexOf(other.messageId));

  const answered = rows.filter((row) => row.origin !== 'answered' && newestFirst.includes(row.messageId));
  const kin = rows.filter((row) => row.origin === 'answered');
  const isLetter = rows.some((row) => row.origin === 'letter' && row.messageId === mail.messageId);
  return { referred: [...new Set(answered.map((row) => row.number))], kin: [...new Set(kin.map((row) => row.number))].slice(0, MOST_KIN), isLetter };
}

/** The newest that it answers first, its own last. */
function askedFor({ messageId, answers }: NamingMail): string[] {
  const newestFirst = answers.toReversed().slice(0, MOST_LOOKED_UP);
  return messageId === null ? newestFirst : [...newestFirst, messageId];
}
