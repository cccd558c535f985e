/** Links in mails that let somebody set a password, the first one or another after a forgotten one, or sign in without any. */

import { and, count, eq, gt, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Instant } from '../rules/ticket.ts';
import type { Account } from './credentials.ts';
import { personColumns } from './people.ts';
import { credentials, passwordLinks, people, type LinkPurpose } from './schema.ts';
import { hashToken, newToken } from './tokens.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const LINK_MINUTES = 30;
/** A link that opens the door itself is short-lived. */
export const SIGN_IN_LINK_MINUTES = 15;
/** So that nobody can fill another's mailbox. */
const MOST_AN_HOUR = 3;

/**
 * A link's token for this person, or null if they got three within the last hour. The new link ends the ones before it
 * (SW09). Counting and writing are one step, so that many at once are no more than three.
 */
export async function makePasswordLink(binding: D1Database, personId: number, at: Instant, purpose: LinkPurpose = 'password'): Promise<string | null> {
  const token = newToken();
  const tokenHash = hashToken(token) ?? '';
  const db = drizzle(binding);
  const ofPerson = and(eq(passwordLinks.personId, personId), eq(passwordLinks.purpose, purpose));
  const minutes = purpose === 'password' ? LINK_MINUTES : SIGN_IN_LINK_MINUTES;
  const lately = db.select({ links: count() }).from(passwordLinks).where(and(ofPerson, gt(passwordLinks.createdAt, at - HOUR_MS)));
  const row = sql`select ${tokenHash}, ${purpose}, ${personId}, ${at}, ${at + minutes * MINUTE_MS}, null where (${lately}) < ${MOST_AN_HOUR}`;
  const made = db.select({ tokenHash: passwordLinks.tokenHash }).from(passwordLinks).where(eq(passwordLinks.tokenHash, tokenHash));

  const [, written] = await db.batch([
    db.delete(passwordLinks).where(and(ofPerson, lt(passwordLinks.createdAt, at - 24 * HOUR_MS))),
    db.insert(passwordLinks).select(row).returning({ tokenHash: passwordLinks.tokenHash }),
    db
      .update(passwordLinks)
      .set({ expiresAt: at })
      .where(and(ofPerson, ne(passwordLinks.tokenHash, tokenHash), gt(passwordLinks.expiresAt, at), sql`exists ${made}`)),
  ]);
  return written.length === 0 ? null : token;
}

/** Whose link it is; null if it never was one, was used, is over, or its person may not come in. Uses nothing up (W03). */
export async function findPasswordLink(binding: D1Database, token: string | undefined, at: Instant, purpose: LinkPurpose = 'password'): Promise<Account | null> {
  const tokenHash = hashToken(token);
  if (tokenHash === null) return null;
  const found = await drizzle(binding)
    .select({ person: personColumns, hasPassword: sql`${isNotNull(credentials.personId)}`.mapWith(Boolean) })
    .from(passwordLinks)
    .innerJoin(people, eq(people.id, passwordLinks.personId))
    .leftJoin(credentials, eq(credentials.personId, people.id))
    .where(and(eq(passwordLinks.tokenHash, tokenHash), eq(passwordLinks.purpose, purpose), isNull(passwordLinks.usedAt), gt(passwordLinks.expiresAt, at)))
    .get();
  return found === undefined || found.person.disabledAt !== null ? null : found;
}

/** Uses the link up. False if somebody was faster, or it is over: of two at once, one is true. */
export async function usePasswordLink(binding: D1Database, token: string | undefined, at: Instant): Promise<boolean> {
  const used = await drizzle(binding)
    .update(passwordLinks)
    .set({ usedAt: at })
    .where(and(eq(passwordLinks.tokenHash, hashToken(token) ?? ''), isNull(passwordLinks.usedAt), gt(passwordLinks.expiresAt, at)))
    .returning({ personId: passwordLinks.personId });
  return used.length > 0;
}
