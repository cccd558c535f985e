/** The list of letters in trouble, of all tickets: derived like the ticket index, and told by the same refresh. */

import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import type { Failure, LetterKind } from '../rules/letter-kinds.ts';
import type { Trouble } from '../rules/letter-trouble.ts';
import type { Viewer } from '../rules/page.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import { tickets, troubledLetters } from './schema.ts';
import { ROWS_PER_PAGE, type Listed } from './ticket-row.ts';
import { workedOnBy } from './visible.ts';

/** What the list is told of a letter. `trouble` null: none any more. `wasTold`: the list had it before. */
export type ToldLetter = { letter: number; kind: LetterKind; recipient: Address; trouble: Trouble | null; reason: string | null; failure: Failure | null; changedAt: Instant; wasTold: boolean };

/** A letter in trouble, with the subject of its ticket. */
export type ListedTrouble = { number: number; subject: string; letter: number; kind: LetterKind; recipient: Address; trouble: Trouble; reason: string | null; failure: Failure | null; changedAt: Instant };

/** For a batch, after the ticket's own row. Older news never replace newer ones: refreshes overtake each other, and a letter changes without its ticket. */
export function keepTroubled(db: DrizzleD1Database, number: number, letters: ToldLetter[]) {
  return db
    .insert(troubledLetters)
    // Columns in the order of the schema: drizzle names them all.
    .select(sql`select ${number}, value ->> 'letter', value ->> 'kind', value ->> 'recipient', value ->> 'trouble', value ->> 'reason', nullif(value -> 'failure', 'null'), value ->> 'changedAt' from json_each(${JSON.stringify(letters)}) where true`)
    .onConflictDoUpdate({
      target: [troubledLetters.number, troubledLetters.letter],
      set: { recipient: sql`excluded.recipient`, trouble: sql`excluded.trouble`, reason: sql`excluded.reason`, failure: sql`excluded.failure`, changedAt: sql`excluded.changed_at` },
      setWhere: sql`excluded.changed_at > ${troubledLetters.changedAt}`,
    });
}

/** One page of the letters in trouble on tickets that the viewer works on, the latest trouble first. */
export async function listTroubled(binding: D1Database, { viewer, page }: { viewer: Viewer; page: number }): Promise<Listed<ListedTrouble>> {
  const db = drizzle(binding);
  const { number, letter, kind, recipient, trouble, reason, failure, changedAt } = troubledLetters;
  const rows = db
    .select({ number, subject: tickets.subject, letter, kind, recipient, trouble, reason, failure, changedAt })
    .from(troubledLetters)
    .innerJoin(tickets, eq(tickets.number, number))
    .where(inTroubleFor(viewer))
    .orderBy(desc(changedAt), desc(number), desc(letter))
    .limit(ROWS_PER_PAGE)
    .offset((page - 1) * ROWS_PER_PAGE);
  const [found, counted] = await db.batch([rows, countTroubled(db, viewer)]);
  const total = counted[0]?.total ?? 0;
  const listed = found.flatMap((row) => (row.trouble === null ? [] : [{ ...row, trouble: row.trouble }]));
  return { rows: listed, page, pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)), total };
}

/** How many there are, as a query to be sent along with others. */
export function countTroubled(db: DrizzleD1Database, viewer: Viewer) {
  return db.select({ total: count() }).from(troubledLetters).innerJoin(tickets, eq(tickets.number, troubledLetters.number)).where(inTroubleFor(viewer));
}

/** How many of each kind, on all tickets. */
export async function troubleTotals(binding: D1Database): Promise<Record<Trouble, number>> {
  const counted = await drizzle(binding).select({ trouble: troubledLetters.trouble, letters: count() }).from(troubledLetters).where(isNotNull(troubledLetters.trouble)).groupBy(troubledLetters.trouble);
  const totals: Record<Trouble, number> = { inDoubt: 0, failed: 0, undelivered: 0, twice: 0 };
  for (const { trouble, letters } of counted) if (trouble !== null) totals[trouble] = letters;
  return totals;
}

function inTroubleFor(viewer: Viewer) {
  return and(isNotNull(troubledLetters.trouble), workedOnBy(viewer));
}
