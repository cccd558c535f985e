/** The ledger's pages with all that stands around them, each in one batch. */

import { drizzle } from 'drizzle-orm/d1';
import { readDayTotals, selectDayCounts, selectFirstArrival, selectMails, type AskedMails, type DayTotals } from '../directory/find-mails.ts';
import { readTotals, selectTotals, type IntakeRow, type IntakeTotals } from '../directory/intake.ts';
import type { DaySpan } from '../rules/intake-search.ts';
import type { Viewer } from '../rules/page.ts';
import type { Instant } from '../rules/ticket.ts';
import type { DeskFacts, KeptView } from './conditions.ts';
import { ROWS_PER_PAGE, type Listed } from './ticket-row.ts';
import { readViewCounts, selectViewCounts, type ViewCounts } from './view-counts.ts';

type Around = { facts: DeskFacts; kept: KeptView[] };

export type IntakeList = { list: Listed<IntakeRow>; totals: IntakeTotals; counts: ViewCounts };

/** `totals`: of all mails that the agent may see, whatever is asked for. */
export async function readIntake(binding: D1Database, { asked, facts, kept }: Around & { asked: AskedMails }): Promise<IntakeList> {
  const db = drizzle(binding);
  const { viewer, page } = asked;
  const [rows, counted, ended, ...counts] = await db.batch([...selectMails(db, asked), selectTotals(db, viewer), ...selectViewCounts(db, binding, { viewer, facts, kept })]);
  const total = counted[0]?.total ?? 0;
  return {
    list: { rows, page, pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)), total },
    totals: readTotals(ended),
    counts: readViewCounts(counts, kept),
  };
}

/** `first`: when the first mail of all arrived; null before that. */
export type IntakeDays = { days: DayTotals[]; first: Instant | null; counts: ViewCounts };

export async function readIntakeDays(binding: D1Database, { days, viewer, facts, kept }: Around & { days: DaySpan[]; viewer: Viewer }): Promise<IntakeDays> {
  const db = drizzle(binding);
  const [counted, first, ...counts] = await db.batch([selectDayCounts(db, days, viewer), selectFirstArrival(db), ...selectViewCounts(db, binding, { viewer, facts, kept })]);
  return { days: readDayTotals(days, counted), first: first[0]?.at ?? null, counts: readViewCounts(counts, kept) };
}
