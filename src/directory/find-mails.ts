/** Mails of the ledger: those somebody looks for, and how many came on which day. */

import { and, asc, count, desc, eq, gte, lt, or, sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { DaySpan, MailSearch } from '../rules/intake-search.ts';
import type { Viewer } from '../rules/page.ts';
import type { Instant } from '../rules/ticket.ts';
import { ROWS_PER_PAGE, type Listed } from '../ticket-index/ticket-row.ts';
import { ofQueuesOf, type IntakeRow, type IntakeTotals } from './intake.ts';
import { intake, type IntakeOutcome } from './schema.ts';

/** `outcome`, `day` and `search` null: whatever it is. */
export type AskedMails = { outcome: IntakeOutcome | null; day: DaySpan | null; search: MailSearch | null; viewer: Viewer; page: number };

/** One page of the mails that are asked for, newest first. An agent of some queues finds their mails alone. */
export async function findMails(binding: D1Database, asked: AskedMails): Promise<Listed<IntakeRow>> {
  const db = drizzle(binding);
  const where = and(
    asked.outcome === null ? undefined : eq(intake.outcome, asked.outcome),
    asked.day === null ? undefined : and(gte(intake.receivedAt, asked.day.from), lt(intake.receivedAt, asked.day.until)),
    asked.search === null ? undefined : matches(asked.search),
    ofQueuesOf(asked.viewer),
  );
  const rows = db.select().from(intake).where(where).orderBy(desc(intake.receivedAt), intake.key).limit(ROWS_PER_PAGE).offset((asked.page - 1) * ROWS_PER_PAGE);
  const [found, counted] = await db.batch([rows, db.select({ total: count() }).from(intake).where(where)]);
  const total = counted[0]?.total ?? 0;
  return { rows: found, page: asked.page, pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)), total };
}

/** Whole addresses and Message-IDs are in an index; a part of one is looked for in every row. Of a mail that nobody could read yet only the envelope is known. */
function matches(search: MailSearch): SQL | undefined {
  if (search.kind === 'parts') return and(...search.parts.map((part) => sql`${said} like ${pattern(part)} escape '\\'`));
  const { is } = search;
  const unread = and(eq(intake.outcome, 'received'), sql`lower(${intake.envelopeFrom}) = ${is.toLowerCase()}`);
  return or(eq(intake.sender, sql`${is.toLowerCase()}`), eq(intake.messageId, is), eq(intake.messageId, `<${is}>`), unread);
}

const said = sql`(coalesce(${intake.senderName}, '') || ' ' || coalesce(${intake.sender}, '') || ' ' || ${intake.envelopeFrom} || ' ' || coalesce(${intake.subject}, '') || ' ' || coalesce(${intake.messageId}, ''))`;

/** SQLite knows capitals of ASCII alone, so that any other letter stands here for any letter: rather a mail too many than the one missing. */
function pattern(part: string): string {
  const letters = [...part].map((letter) => (/[\\%_]/.test(letter) ? `\\${letter}` : /[^\x00-\x7f]/.test(letter) ? '_' : letter));
  return `%${letters.join('')}%`;
}

/** What became of the mails of each of these days, in their order. A day without mails has zeros. */
export async function totalsByDay(binding: D1Database, { days, viewer }: { days: DaySpan[]; viewer: Viewer }): Promise<(IntakeTotals & { day: number })[]> {
  const spans = sql`json_each(${JSON.stringify(days)}) as span`;
  const within = sql`${intake.receivedAt} >= span.value ->> 'from' and ${intake.receivedAt} < span.value ->> 'until'`;
  const day = sql<number>`span.value ->> 'day'`;
  const counted = await drizzle(binding).select({ day, outcome: intake.outcome, mails: count() }).from(intake).innerJoin(spans, within).where(ofQueuesOf(viewer)).groupBy(day, intake.outcome);
  return days.map((span) => {
    const totals = { received: 0, filed: 0, door: 0, refused: 0, machine: 0, loop: 0, total: 0, day: span.day };
    for (const { outcome, mails } of counted.filter((row) => row.day === span.day)) {
      totals[outcome] = mails;
      totals.total += mails;
    }
    return totals;
  });
}

/** When the first mail of all arrived; null before that. */
export async function firstArrival(binding: D1Database): Promise<Instant | null> {
  const first = await drizzle(binding).select({ at: intake.receivedAt }).from(intake).orderBy(asc(intake.receivedAt)).limit(1).get();
  return first?.at ?? null;
}
