/** Who is signed in, and until when. */

import { and, desc, eq, gt, lt, ne, or, sql } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { batchOnce } from '../built-once.ts';
import type { Viewer } from '../rules/page.ts';
import { isStaff, type AccountRole, type Instant } from '../rules/ticket.ts';
import { type DirectoryPerson, personColumns } from './people.ts';
import { domainsIn, domainsOfPerson } from './organisations.ts';
import { people, sessions } from './schema.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Staff see other people's affairs, so theirs end sooner (SW01). */
const STAFF = { idleMs: 12 * HOUR_MS, absoluteMs: 7 * DAY_MS };
const REQUESTER = { idleMs: 14 * DAY_MS, absoluteMs: 90 * DAY_MS };
/** A page view writes nothing until then. */
const SEEN_EVERY_MS = 10 * 60_000;

/** `id` names the session to its person and opens nothing. `domains`: whose tickets they may see beside their own. `provenAt`, `strong`: see the schema. */
export type Session = { id: string; person: DirectoryPerson; domains: string[]; lastSeenAt: Instant; provenAt: Instant; strong: boolean };

/** How a session begins. `before`: the token that the browser comes with, which ends. */
export type Beginning = { before: string | undefined; strong: boolean; browser: string; network: string };

/** Signs the person in. The result is the new token, for their cookie alone. */
export async function startSession(
  binding: D1Database,
  person: { id: number; role: AccountRole },
  { before, strong, browser, network }: Beginning,
  at: Instant,
): Promise<{ token: string; expiresAt: Instant }> {
  const token = newToken();
  const expiresAt = at + boundsOf(person.role).absoluteMs;
  const db = drizzle(binding);
  await db.batch([
    db.delete(sessions).where(or(eq(sessions.tokenHash, hashToken(before) ?? ''), lt(sessions.expiresAt, at))),
    db.insert(sessions).values({
      tokenHash: hashToken(token) ?? '',
      personId: person.id,
      createdAt: at,
      lastSeenAt: at,
      expiresAt,
      provenAt: at,
      strong,
      browser: browser.slice(0, LONGEST_BROWSER),
      network,
    }),
  ]);
  return { token, expiresAt };
}

/** What browsers say of themselves can be long. */
const LONGEST_BROWSER = 300;

/** The session of this token, unless it has ended, was idle too long, or its person is disabled. */
export async function findSession(binding: D1Database, token: string | undefined, at: Instant): Promise<Session | null> {
  const tokenHash = hashToken(token);
  if (tokenHash === null) return null;
  const [found] = await sessionAlone(binding, { tokenHash, at });
  return sessionIn(found, at);
}

const sessionAlone = batchOnce((db) => [selectSession(db)]);

/** The same as a query, for a batch with the values `tokenHash` and `at`; `sessionIn` reads its rows. */
export function selectSession(db: DrizzleD1Database) {
  return db
    .select({ id: sessions.tokenHash, person: personColumns, domains: domainsOfPerson, lastSeenAt: sessions.lastSeenAt, provenAt: sessions.provenAt, strong: sessions.strong })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, sql.placeholder('tokenHash')), gt(sessions.expiresAt, sql.placeholder('at'))));
}

export function sessionIn([found]: Awaited<ReturnType<typeof selectSession>>, at: Instant): Session | null {
  if (found === undefined || found.person.disabledAt !== null) return null;
  return at - found.lastSeenAt < boundsOf(found.person.role).idleMs ? { ...found, domains: domainsIn(found.domains) } : null;
}

/** Whose session it is, for other queries of the same batch. */
export const personOfSession = sql<number>`(select ${sessions.personId} from ${sessions} where ${sessions.tokenHash} = ${sql.placeholder('tokenHash')})`;

/** Of these sessions, those that are still in force, with their person as of now. Sockets live as long as their page's session. */
export async function sessionsStillIn(binding: D1Database, ids: string[], at: Instant): Promise<Map<string, Viewer>> {
  const { address, role, queues, disabledAt } = people;
  const rows = await drizzle(binding)
    .select({ id: sessions.tokenHash, address, role, queues, disabledAt, domains: domainsOfPerson })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(sql`${sessions.tokenHash} in (select value from json_each(${JSON.stringify(ids)}))`, gt(sessions.expiresAt, at)));
  return new Map(rows.filter((row) => row.disabledAt === null).map((row) => [row.id, { address: row.address, role: row.role, reach: { queues: row.queues, domains: domainsIn(row.domains) } }]));
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

/** Notes that its person proved anew who they are; with a second factor the session is strong from now on. */
export async function proveSession(binding: D1Database, token: string | undefined, strong: boolean, at: Instant): Promise<void> {
  await drizzle(binding)
    .update(sessions)
    .set(strong ? { provenAt: at, strong } : { provenAt: at })
    .where(eq(sessions.tokenHash, hashToken(token) ?? ''));
}

export type ListedSession = { id: string; createdAt: Instant; lastSeenAt: Instant; browser: string; network: string };

/** Where the person is signed in, last seen first. */
export async function listSessions(binding: D1Database, person: { id: number; role: AccountRole }, at: Instant): Promise<ListedSession[]> {
  const { createdAt, lastSeenAt, browser, network } = sessions;
  return drizzle(binding)
    .select({ id: sessions.tokenHash, createdAt, lastSeenAt, browser, network })
    .from(sessions)
    .where(and(eq(sessions.personId, person.id), gt(sessions.expiresAt, at), gt(sessions.lastSeenAt, at - boundsOf(person.role).idleMs)))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(MOST_LISTED);
}

const MOST_LISTED = 100;

/** Ends one session of the person, or all but one. */
export async function endSessionsOf(binding: D1Database, personId: number, which: { id: string } | { except: string }): Promise<void> {
  const some = 'id' in which ? eq(sessions.tokenHash, which.id) : ne(sessions.tokenHash, which.except);
  await drizzle(binding).delete(sessions).where(and(eq(sessions.personId, personId), some));
}

export async function endSession(binding: D1Database, token: string | undefined): Promise<void> {
  await drizzle(binding).delete(sessions).where(eq(sessions.tokenHash, hashToken(token) ?? ''));
}

function boundsOf(role: AccountRole): typeof STAFF {
  return isStaff(role) ? STAFF : REQUESTER;
}
