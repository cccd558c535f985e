/** The last run of each job: when, how it ended, what it counted, and where the next one goes on. */

import { and, asc, eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { LONGEST_RUN_MS, type Figures, type JobName } from '../rules/jobs.ts';
import type { Instant } from '../rules/ticket.ts';
import { jobs } from './schema.ts';

export type JobRun = typeof jobs.$inferSelect;

/** Notes that the job begins. False if another run of it is under way. */
export async function beginRun(binding: D1Database, name: JobName, at: Instant): Promise<boolean> {
  const isOver = sql`${jobs.endedAt} is not null or ${jobs.startedAt} is null or ${jobs.startedAt} < ${at - LONGEST_RUN_MS}`;
  const begun = await drizzle(binding)
    .insert(jobs)
    .values({ name, startedAt: at })
    .onConflictDoUpdate({ target: jobs.name, set: { startedAt: at, endedAt: null }, setWhere: isOver })
    .returning({ name: jobs.name });
  return begun.length > 0;
}

/** `fault` null: it went well. What a failed run would have counted stays what the run before it counted. */
export type Ended = { fault: null; figures: Figures } | { fault: string };

export async function endRun(binding: D1Database, run: { name: JobName; startedAt: Instant }, ended: Ended, at: Instant): Promise<void> {
  const own = and(eq(jobs.name, run.name), eq(jobs.startedAt, run.startedAt));
  await drizzle(binding).update(jobs).set({ endedAt: at, ...ended, ...(ended.fault === null ? { wellAt: at } : {}) }).where(own);
}

export async function readPlace(binding: D1Database, name: JobName): Promise<string> {
  return (await drizzle(binding).select({ place: jobs.place }).from(jobs).where(eq(jobs.name, name)).get())?.place ?? '';
}

/** Kept as often as the job likes: a run that is ended on the way is gone on with from there. */
export async function keepPlace(binding: D1Database, name: JobName, place: string): Promise<void> {
  await drizzle(binding).insert(jobs).values({ name, place }).onConflictDoUpdate({ target: jobs.name, set: { place } });
}

/** One of each job, by name; also of those that never ran. */
export async function readRuns(binding: D1Database): Promise<JobRun[]> {
  return drizzle(binding).select().from(jobs).orderBy(asc(jobs.name));
}
