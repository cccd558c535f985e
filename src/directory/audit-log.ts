/** The audit log: entries are added and read. There is no other door to its table, and its triggers refuse every change. */

import { sha256 } from '@oslojs/crypto/sha2';
import { encodeHexLowerCase } from '@oslojs/encoding';
import { and, asc, count, desc, eq, gt, gte, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { AUDIT_BOUND_MS, auditBounds, BEFORE_FIRST, boundedTarget, chained, type AuditAction, type AuditEntry, type NewAuditEntry } from '../rules/audit.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import type { Listed } from '../ticket-index/ticket-row.ts';
import { ROWS_PER_PAGE } from '../ticket-index/ticket-row.ts';
import { auditLog } from './schema.ts';

/** Many at once each take the next place; whoever finds it taken reads again. */
const MOST_TRIES = 100;
const ROWS_A_READ = 500;

/** null: all of them. `until` is not included. */
export type AuditFilter = { by: Address | null; action: AuditAction | null; ticket: number | null; from: Instant | null; until: Instant | null };

/** Adds the entry at the end of the chain, unless there are too many like it. Throws if others were always faster, or the database is out of reach. */
export async function appendAudit(binding: D1Database, entry: NewAuditEntry): Promise<void> {
  const db = drizzle(binding);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const last = await db.select({ seq: auditLog.seq, hash: auditLog.hash }).from(auditLog).orderBy(desc(auditLog.seq)).limit(1).get();
    // Counted after the last was read: whoever adds one meanwhile takes the place, and it is counted again.
    const target = boundedTarget(entry, await alike(db, entry));
    if (target === null) return;
    const next = { ...entry, target, seq: (last?.seq ?? 0) + 1 };
    const row = { ...next, hash: hashOf(last?.hash ?? BEFORE_FIRST, next) };
    const written = await db.insert(auditLog).values(row).onConflictDoNothing().returning({ seq: auditLog.seq });
    if (written.length > 0) return;
  }
  throw new Error('The audit log had no place for an entry');
}

/** How many entries like it there are of the last hour, from the same person or network and from all. */
async function alike(db: DrizzleD1Database, { action, by, network, at }: NewAuditEntry): Promise<{ each: number; all: number }> {
  if (auditBounds[action] === undefined) return { each: 0, all: 0 };
  const same = by === null ? and(isNull(auditLog.by), eq(auditLog.network, network)) : eq(auditLog.by, by);
  const recent = and(eq(auditLog.action, action), gt(auditLog.at, at - AUDIT_BOUND_MS));
  const found = await db.select({ all: count(), each: sql<number | null>`sum(${same})` }).from(auditLog).where(recent).get();
  return { each: found?.each ?? 0, all: found?.all ?? 0 };
}

/** One page, newest first. */
export async function listAudit(binding: D1Database, filter: AuditFilter, page: number): Promise<Listed<AuditEntry>> {
  const db = drizzle(binding);
  const chosen = where(filter);
  const [rows, totals] = await db.batch([
    db.select().from(auditLog).where(chosen).orderBy(desc(auditLog.seq)).limit(ROWS_PER_PAGE).offset((page - 1) * ROWS_PER_PAGE),
    db.select({ total: count() }).from(auditLog).where(chosen),
  ]);
  const total = totals[0]?.total ?? 0;
  return { rows, page, pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)), total };
}

/** The next tickets behind this number with an entry of this action since then. */
export async function ticketsNoted(binding: D1Database, { action, since }: { action: AuditAction; since: Instant }, asked: { after: number; most: number }): Promise<number[]> {
  const noted = and(eq(auditLog.action, action), gte(auditLog.at, since), gt(auditLog.ticket, asked.after));
  const rows = await drizzle(binding).selectDistinct({ ticket: auditLog.ticket }).from(auditLog).where(noted).orderBy(asc(auditLog.ticket)).limit(asked.most);
  return rows.flatMap(({ ticket }) => ticket ?? []);
}

/** Every entry, oldest first, some hundred at a time. */
export async function* readAudit(binding: D1Database, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  const db = drizzle(binding);
  for (let after = 0; ; ) {
    const rows = await db.select().from(auditLog).where(and(where(filter), gt(auditLog.seq, after))).orderBy(asc(auditLog.seq)).limit(ROWS_A_READ);
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < ROWS_A_READ) return;
  }
}

/** `broken`: the first place at which an entry is missing or is not what was written; null: the chain holds. Entries cut off at its end leave no trace in it. */
export async function verifyAudit(binding: D1Database): Promise<{ entries: number; broken: number | null }> {
  let before = BEFORE_FIRST;
  let entries = 0;
  for await (const rows of readAudit(binding, { by: null, action: null, ticket: null, from: null, until: null })) {
    for (const row of rows) {
      entries += 1;
      if (row.seq !== entries || row.hash !== hashOf(before, row)) return { entries, broken: entries };
      before = row.hash;
    }
  }
  return { entries, broken: null };
}

function where({ by, action, ticket, from, until }: AuditFilter): SQL | undefined {
  return and(
    by === null ? undefined : eq(auditLog.by, by),
    action === null ? undefined : eq(auditLog.action, action),
    ticket === null ? undefined : eq(auditLog.ticket, ticket),
    from === null ? undefined : gte(auditLog.at, from),
    until === null ? undefined : lt(auditLog.at, until),
  );
}

function hashOf(before: string, entry: NewAuditEntry & { seq: number }): string {
  return encodeHexLowerCase(sha256(new TextEncoder().encode(chained(before, entry))));
}
