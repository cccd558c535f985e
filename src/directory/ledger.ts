/** The ledger as the check reads it: along its keys, mails that nobody finished, and mails that are gone. */

import { and, asc, count, eq, gt, gte, isNotNull, isNull, lt, lte, max, min, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { MailVitals } from '../rules/health.ts';
import type { DaySpan } from '../rules/intake-search.ts';
import { AT_WORK_MS, type Difference, type LedgerMail } from '../rules/ledger.ts';
import { isErased } from '../rules/readdressing.ts';
import type { Instant } from '../rules/ticket.ts';
import { DAY_MS } from '../rules/wall-clock.ts';
import type { IntakeRow } from './intake.ts';
import { intake, type IntakeOutcome } from './schema.ts';

/** Up to `most` mails of the ledger after this key, up to and with that one (null: to the end), in the order of their keys. */
export async function ledgerBetween(binding: D1Database, { after, upTo, most }: { after: string; upTo: string | null; most: number }): Promise<LedgerMail[]> {
  const { key, receivedAt, missingAt, changedAt, etag, sender } = intake;
  const within = and(gt(key, after), upTo === null ? undefined : lte(key, upTo));
  const rows = await drizzle(binding).select({ key, receivedAt, missingAt, changedAt, etag, sender }).from(intake).where(within).orderBy(asc(key)).limit(most);
  return rows.map((row) => ({ key: row.key, receivedAt: row.receivedAt, missing: row.missingAt !== null, changed: row.changedAt !== null, etag: row.etag, forgotten: isErased(row.sender ?? '') }));
}

/** Mails that came and were never finished; those that were tried least are first, so that none of them is in the way of the others. */
export async function unfinished(binding: D1Database, { at, most }: { at: Instant; most: number }): Promise<{ key: string; size: number }[]> {
  const stuck = and(eq(intake.outcome, 'received'), lte(intake.receivedAt, at - AT_WORK_MS), sql`${intake.missingAt} is null`);
  return drizzle(binding).select({ key: intake.key, size: intake.size }).from(intake).where(stuck).orderBy(asc(intake.attempts), asc(intake.receivedAt)).limit(most);
}

/** Where a walk along the mails by time goes on: after this one. */
export type MailPlace = { receivedAt: Instant; key: string };
export type FiledMail = Pick<IntakeRow, 'key' | 'receivedAt' | 'size' | 'sender' | 'subject'> & { number: number };

/** The next mails that are on a ticket, by the time at which they came; `from` belongs to the span, `until` does not. */
export async function filedMails(binding: D1Database, { from, until }: Omit<DaySpan, 'day'>, { after, most }: { after: MailPlace | null; most: number }): Promise<FiledMail[]> {
  const { key, receivedAt, size, sender, subject, number, article } = intake;
  const behind = after === null ? undefined : sql`(${receivedAt}, ${key}) > (${after.receivedAt}, ${after.key})`;
  const filed = and(gte(receivedAt, from), lt(receivedAt, until), behind, isNotNull(article), isNotNull(number));
  const rows = await drizzle(binding).select({ key, receivedAt, size, sender, subject, number }).from(intake).where(filed).orderBy(asc(receivedAt), asc(key)).limit(most);
  return rows.flatMap(({ number: on, ...mail }) => (on === null ? [] : [{ ...mail, number: on }]));
}

/** What a check found of mails, by their keys; `unnoted` have their bytes noted now. */
export type Marks = Pick<Difference, 'missing' | 'changed' | 'found' | 'unnoted'>;

/** Notes it at their rows, and of those that are there again as they were, that nothing is wrong with them. */
export async function markMails(binding: D1Database, { missing, changed, found, unnoted }: Marks, at: Instant): Promise<void> {
  if (missing.length + changed.length + found.length + unnoted.length === 0) return;
  const db = drizzle(binding);
  const etag = sql`(select value ->> 'etag' from json_each(${JSON.stringify(unnoted)}) where value ->> 'key' = ${intake.key})`;
  await db.batch([
    db.update(intake).set({ missingAt: at }).where(isOneOf(missing)),
    db.update(intake).set({ changedAt: at, missingAt: null }).where(isOneOf(changed)),
    db.update(intake).set({ missingAt: null, changedAt: null }).where(isOneOf(found)),
    db.update(intake).set({ etag }).where(and(isOneOf(unnoted.map(({ key }) => key)), isNull(intake.etag))),
  ]);
}

function isOneOf(keys: string[]) {
  return sql`${intake.key} in (select value from json_each(${JSON.stringify(keys)}))`;
}

/** How long a mail without a stamp is worth a look. */
const WEEK_MS = 7 * DAY_MS;

/** How mails are doing. */
export async function mailVitals(binding: D1Database, at: Instant): Promise<MailVitals> {
  const db = drizzle(binding);
  const those = (outcome: IntakeOutcome) => db.select({ total: count(), oldest: min(intake.receivedAt) }).from(intake).where(eq(intake.outcome, outcome));
  const [atWork, atDoor, missing, changed, unstamped, last] = await db.batch([
    those('received'),
    those('door'),
    db.select({ total: count() }).from(intake).where(isNotNull(intake.missingAt)),
    db.select({ total: count() }).from(intake).where(isNotNull(intake.changedAt)),
    db.select({ total: count() }).from(intake).where(and(eq(intake.unstamped, true), gt(intake.receivedAt, at - WEEK_MS))),
    db.select({ at: max(intake.receivedAt) }).from(intake),
  ]);
  return {
    atWork: atWork[0]?.total ?? 0,
    oldestAtWork: atWork[0]?.oldest ?? null,
    atDoor: atDoor[0]?.total ?? 0,
    oldestAtDoor: atDoor[0]?.oldest ?? null,
    missing: missing[0]?.total ?? 0,
    changed: changed[0]?.total ?? 0,
    unstamped: unstamped[0]?.total ?? 0,
    lastReceived: last[0]?.at ?? null,
  };
}
