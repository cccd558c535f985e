/** Counts what mails set in motion, so that nobody sets too much in motion (A10, A17). */

import { and, count, desc, eq, isNotNull, lt, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { limits, LONGEST_LIMIT_MS, type Limit, type Limited } from '../rules/limits.ts';
import type { Viewer } from '../rules/page.ts';
import type { Instant } from '../rules/ticket.ts';
import { ofQueuesOf } from './intake.ts';
import { intake, tallies } from './schema.ts';

/** `claim` is the intake key: asked again for the same mail, the answer stays what it was. */
export type Asked = { what: Limited; who: string; claim: string };
/** The same, or for a batch that is built once the names of its values. */
type Named = { what: Limited; who: string | Placeholder; claim: string | Placeholder };

/**
 * Whether it may happen; counted if so. One statement asks and counts, so that of mails that arrive together none slips
 * through. Instants within the window on either side count: clocks of two machines differ.
 */
export async function takeFromLimit(binding: D1Database, asked: Asked, at: Instant): Promise<boolean> {
  const db = drizzle(binding);
  const [, taken] = await db.batch([forgetTallies(db, at), takeTally(db, asked, at)]);
  return taken.length > 0;
}

/** Whether it was counted, as a condition of what follows in the same batch. */
export function isTaken({ what, claim }: Pick<Named, 'what' | 'claim'>): SQL {
  return sql`exists (select 1 from ${tallies} where ${tallies.what} = ${what} and ${tallies.claim} = ${claim})`;
}

/** For a batch, before `takeTally`. */
export function forgetTallies(db: DrizzleD1Database, at: Instant | Placeholder) {
  return db.delete(tallies).where(lt(tallies.at, sql`${at} - ${2 * LONGEST_LIMIT_MS}`));
}

/** The same for a batch: a row if it may happen and `wanted` is so, else none. Columns in the order of the schema: drizzle names them all. */
export function takeTally(db: DrizzleD1Database, asked: Named, at: Instant | Placeholder, wanted = sql`true`) {
  const { what, who, claim } = asked;
  const room = sql.join(limits[what].map((limit) => sql`(${counted(limit, asked, at)}) < ${limit.most}`), sql` and `);
  return db
    .insert(tallies)
    .select(sql`select ${what}, ${claim}, ${who}, ${at} where ${wanted} and (${isTaken(asked)} or (${room}))`)
    .onConflictDoUpdate({ target: [tallies.what, tallies.claim], set: { claim: sql`excluded.claim` } })
    .returning({ at: tallies.at });
}

function counted(limit: Limit, { what, who }: Named, at: Instant | Placeholder): SQL {
  const within = sql`${tallies.at} > ${at} - ${limit.withinMs} and ${tallies.at} < ${at} + ${limit.withinMs}`;
  const whose = limit.of === 'sender' ? sql`${tallies.who} = ${who} and` : sql``;
  return sql`select count(*) from ${tallies} where ${tallies.what} = ${what} and ${whose} ${within}`;
}

/** For a batch: whether so many acknowledgements went out that nobody gets one for now. */
export function selectBraked(db: DrizzleD1Database, at: Instant) {
  const brakes = limits.acknowledgement.filter((limit) => limit.of === 'everybody');
  const reached = ({ most, withinMs }: Limit) => sql`(select count(*) from ${tallies} where ${tallies.what} = 'acknowledgement' and ${tallies.at} > ${at - withinMs}) >= ${most}`;
  return db.select({ braked: sql<number>`${sql.join(brakes.map(reached), sql` or `)}`.mapWith(Boolean).as('braked') }).from(sql`(select 1)`);
}

export type Flood = { sender: string; mails: number };

/** For a batch: who sent more than there is room for, and how many of their mails wait at the door; most first. A mail without a sender is nobody's flood. */
export function selectFloods(db: DrizzleD1Database, viewer: Viewer) {
  const mails = count();
  return db
    .select({ sender: intake.sender, mails })
    .from(intake)
    .where(and(eq(intake.outcome, 'door'), eq(intake.reason, 'flood'), isNotNull(intake.sender), ofQueuesOf(viewer)))
    .groupBy(intake.sender)
    .orderBy(desc(mails))
    .limit(MOST_FLOODS);
}

const MOST_FLOODS = 5;
