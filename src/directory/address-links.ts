/** Links in mails to a new address: whoever opens one has proven that it is theirs (SW17). */

import { and, count, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { Address, Instant } from '../rules/ticket.ts';
import { personColumns, type DirectoryPerson } from './people.ts';
import { addressLinks, people } from './schema.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR_MS = 3_600_000;
export const ADDRESS_LINK_MINUTES = 60;
/** So that nobody fills strangers' mailboxes from an account. */
const MOST_AN_HOUR = 3;

/**
 * A link's token, or null if the person got three within the last hour. The new link ends the ones before it. Counting and writing
 * are one step, so that many at once are no more than three.
 */
export async function makeAddressLink(binding: D1Database, personId: number, address: Address, at: Instant): Promise<string | null> {
  const token = newToken();
  const tokenHash = hashToken(token) ?? '';
  const db = drizzle(binding);
  const ofPerson = eq(addressLinks.personId, personId);
  const lately = db.select({ links: count() }).from(addressLinks).where(and(ofPerson, gt(addressLinks.createdAt, at - HOUR_MS)));
  const row = sql`select ${tokenHash}, ${personId}, ${address}, ${at}, ${at + ADDRESS_LINK_MINUTES * 60_000}, null where (${lately}) < ${MOST_AN_HOUR}`;
  const made = db.select({ tokenHash: addressLinks.tokenHash }).from(addressLinks).where(eq(addressLinks.tokenHash, tokenHash));
  const [, written] = await db.batch([
    db.delete(addressLinks).where(and(ofPerson, lt(addressLinks.createdAt, at - 24 * HOUR_MS))),
    db.insert(addressLinks).select(row).returning({ tokenHash: addressLinks.tokenHash }),
    db.update(addressLinks).set({ expiresAt: at }).where(and(ofPerson, ne(addressLinks.tokenHash, tokenHash), gt(addressLinks.expiresAt, at), sql`exists ${made}`)),
  ]);
  return written.length === 0 ? null : token;
}

/** Who is to have which address; null if it never was a link, was used, is over, or its person may not come in. Uses nothing up (W03). */
export async function findAddressLink(binding: D1Database, token: string | undefined, at: Instant): Promise<{ person: DirectoryPerson; address: Address } | null> {
  const tokenHash = hashToken(token);
  if (tokenHash === null) return null;
  const found = await drizzle(binding)
    .select({ person: personColumns, address: addressLinks.address })
    .from(addressLinks)
    .innerJoin(people, eq(people.id, addressLinks.personId))
    .where(and(eq(addressLinks.tokenHash, tokenHash), isNull(addressLinks.usedAt), gt(addressLinks.expiresAt, at)))
    .get();
  return found === undefined || found.person.disabledAt !== null ? null : found;
}

/** Uses the link up. False if somebody was faster: of two at once, one is true. */
export async function useAddressLink(binding: D1Database, token: string | undefined, at: Instant): Promise<boolean> {
  const used = await drizzle(binding)
    .update(addressLinks)
    .set({ usedAt: at })
    .where(and(eq(addressLinks.tokenHash, hashToken(token) ?? ''), isNull(addressLinks.usedAt), gt(addressLinks.expiresAt, at)))
    .returning({ personId: addressLinks.personId });
  return used.length > 0;
}
