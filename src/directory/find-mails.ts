/** Mails of the ledger as queries for a batch: those somebody looks for, and how many came on which day. */

import { and, asc, count, desc, eq, gte, lt, or, sql, type SQL } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import type { DaySpan, MailSearch } from '../rules/intake-search.ts';
import type { Viewer } from '../rules/page.ts';
import { ROWS_PER_PAGE } from '../ticket-index/ticket-row.ts';
import { ofQueuesOf, readTotals, type IntakeTotals, type OutcomeCount } from './intake.ts';
import { holdsPart } from './part-of.ts';
import { intake, type IntakeOutcome } from './schema.ts';

/** `outcome`, `day` and `search` null: whatever it is. */
export type AskedMails = { outcome: IntakeOutcome | null; day: DaySpan | null; search: MailSearch | null; viewer: Viewer; page: number };

/** For a batch: one page of the mails that are asked for, newest first, and how many there are. An agent of some queues finds their mails alone. */
export function selectMails(db: DrizzleD1Database, asked: AskedMails) {
  const where = and(
    asked.outcome === null ? undefined : eq(intake.outcome, asked.outcome),
    asked.day === null ? undefined : and(gte(intake.receivedAt, asked.day.from), lt(intake.receivedAt, asked.day.until)),
    asked.search === null ? undefined : matches(asked.search),
    ofQueuesOf(asked.viewer),
  );
  const rows = db.select().from(intake).where(where).orderBy(desc(intake.receivedAt), intake.key).limit(ROWS_PER_PAGE).offset((asked.page - 1) * ROWS_PER_PAGE);
  return [rows, db.select({ total: count() }).from(intake).where(where)] as const;
}

/** Whole addresses and Message-IDs are in an index; a part of one is looked for in every row. Of a mail that nobody could read yet only the envelope is known. */
function matches(search: MailSearch): SQL | undefined {
  if (search.kind === 'parts') return and(...search.parts.map((part) => holdsPart(said, part)));
  const { is } = search;
  const unread = and(eq(intake.outcome, 'received'), sql`lower(${intake.envelopeFrom}) = ${is.toLowerCase()}`);
  return or(eq(intake.sender, sql`${is.toLowerCase()}`), eq(intake.messageId, is), eq(intake.messageId, `<${is}>`), unread);
}

const said = sql`(coalesce(${intake.senderName}, '') || ' ' || coalesce(${intake.sender}, '') || ' ' || ${intake.envelopeFrom} || ' ' || coalesce(${intake.subject}, '') || ' ' || coalesce(${intake.messageId}, ''))`;

/** For a batch: how many mails of each of these days ended where. */
export function selectDayCounts(db: DrizzleD1Database, days: DaySpan[], viewer: Viewer) {
  const spans = sql`json_each(${JSON.stringify(days)}) as span`;
  const within = sql`${intake.receivedAt} >= span.value ->> 'from' and ${intake.receivedAt} < span.value ->> 'until'`;
  const day = sql<number>`span.value ->> 'day'`;
  return db.select({ day, outcome: intake.outcome, mails: count() }).from(intake).innerJoin(spans, within).where(ofQueuesOf(viewer)).groupBy(day, intake.outcome);
}

export type DayTotals = IntakeTotals & { day: number };

/** The days in their order. One without mails has zeros. */
export function readDayTotals(days: DaySpan[], counted: ({ day: number } & OutcomeCount)[]): DayTotals[] {
  return days.map(({ day }) => ({ ...readTotals(counted.filter((row) => row.day === day)), day }));
}

/** For a batch: when the first mail of all arrived, unless none did. */
export function selectFirstArrival(db: DrizzleD1Database) {
  return db.select({ at: intake.receivedAt }).from(intake).orderBy(asc(intake.receivedAt)).limit(1);
}
