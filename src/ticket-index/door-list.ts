/** The mails at the door with all that stands around them, in one batch. */

import { drizzle } from 'drizzle-orm/d1';
import { selectAtDoor, selectIntakeFor, type IntakeRow } from '../directory/intake.ts';
import { selectBraked, selectFloods, type Flood } from '../directory/tallies.ts';
import type { Viewer } from '../rules/page.ts';
import type { DeskFacts, KeptView } from './conditions.ts';
import { ROWS_PER_PAGE, type Listed } from './ticket-row.ts';
import { readViewCounts, selectViewCounts, type ViewCounts } from './view-counts.ts';

/** `decided`: those about which somebody decided; `done`: the mail of the last decision, or nothing. */
export type AskedDoor = { viewer: Viewer; facts: DeskFacts; kept: KeptView[]; decided: boolean; page: number; done: string };

export type DoorList = { list: Listed<IntakeRow>; counts: ViewCounts; floods: Flood[]; braked: boolean; done: IntakeRow | null };

export async function readDoor(binding: D1Database, asked: AskedDoor): Promise<DoorList> {
  const db = drizzle(binding);
  const { viewer, facts, kept, page } = asked;
  const [rows, counted, floods, braked, done, ...counts] = await db.batch([
    ...selectAtDoor(db, asked), selectFloods(db, viewer), selectBraked(db, facts.at), selectIntakeFor(db, asked.done, viewer), ...selectViewCounts(db, binding, { viewer, facts, kept }),
  ]);
  const total = counted[0]?.total ?? 0;
  return {
    list: { rows, page, pages: Math.max(1, Math.ceil(total / ROWS_PER_PAGE)), total },
    counts: readViewCounts(counts, kept),
    floods: floods.flatMap(({ sender, mails }) => (sender === null ? [] : [{ sender, mails }])),
    braked: braked[0]?.braked === true,
    done: done[0] ?? null,
  };
}
