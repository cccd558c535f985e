/** Who is signed in, and until when. */

import { and, eq, gt, lt, or, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { isStaff, type AccountRole, type Instant } from '../rules/ticket.ts';
import { type DirectoryPerson, personColumns } from './people.ts';
import { people, sessions } from './schema.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Staff see other people's affairs, so theirs end sooner (SW01). */
const STAFF = { idleMs: 12 * HOUR_MS, absoluteMs: 7 * DAY_MS };
const REQUESTER = { idleMs: 14 * DAY_MS, absoluteMs: 90 * DAY_MS };
/** A page view writes nothing until then. */
const SEEN_EVERY_MS = 10 * 60_000;

export type Session = { person: DirectoryPerson; lastSeenAt: Instant };

/** Signs the person in. `before`: the token they come with, which ends. The result is the new one, for their cookie alone. */
export async function startSession(
  binding: D1Database,
  person: { id: number; role: AccountRole },
  before: string | undefined,
  at: Instant,
): Promise<{ token: string; expiresAt: Instant }> {
  const token = newToken();
  const expiresAt = at + boundsOf(person.role).absoluteMs;
  const db = drizzle(binding);
  await db.batch([
    db.delete(sessions).where(or(eq(sessions.tokenHash, hashToken(before) ?? ''), lt(sessions.expiresAt, at))),
    db.insert(sessions).values({ tokenHash: hashToken(token) ?? '', personId: person.id, createdAt: at, lastSeenAt: at, expiresAt }),
  ]);
  return { token, expiresAt };
}

/** The session of this token, unless it has ended, was idle too long, or its person is disabled. */
export async function findSession(binding: D1Database, token: string | undefined, at: Instant): Promise<Session | null> {
  const tokenHash = hashToken(token);
  if (tokenHash === null) return null;
  const found = await drizzle(binding)
    .select({ person: personColumns, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, at)))
    .get();
  if (found === undefined || found.person.disabledAt !== null) return null;
  return at - found.lastSeenAt < boundsOf(found.person.role).idleMs ? found : null;
}

export function isDueToBeSeen(session: Session, at: Instant): boolean {
  return at - session.lastSeenAt >= SEEN_EVERY_MS;
}

/** Notes that the session is in use. */
export async function seeSession(binding: D1Database, token: string | undefined, at: Instant): Promise<void> {
  await drizzle(binding)
    .update(sessions)
    .set({ lastSeenAt: sql`max(${sessions.lastSeenAt}, ${at})` })
    .where(eq(sessions.tokenHash, hashToken(token) ?? ''));
}

export async function endSession(binding: D1Database, token: string | undefined): Promise<void> {
  await drizzle(binding).delete(sessions).where(eq(sessions.tokenHash, hashToken(token) ?? ''));
}

function boundsOf(role: AccountRole): typeof STAFF {
  return isStaff(role) ? STAFF : REQUESTER;
}
