/** What the desk does by the clock, in D1. */

import { sql } from 'drizzle-orm';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from '../instant-column.ts';
import type { Figures, JobName } from '../rules/jobs.ts';

/** The last run of each job. The migration that brings a job makes its row, so that one which never runs is noticed. */
export const jobs = sqliteTable('jobs', {
  name: text().$type<JobName>().primaryKey(),
  /** Since when it should be done. */
  knownAt: instant('known_at').notNull().default(sql`(unixepoch() * 1000)`),
  /** null: it never ran. */
  startedAt: instant('started_at'),
  /** null: it never ran, is under way, or was ended by the platform without a word. */
  endedAt: instant('ended_at'),
  /** The last time that it went well; null: never yet. */
  wellAt: instant('well_at'),
  /** What went wrong; null: nothing. */
  fault: text(),
  figures: text({ mode: 'json' }).$type<Figures>().notNull().default(sql`'{}'`),
  /** Where its next run goes on, in words of its own; empty: at the beginning. */
  place: text().notNull().default(''),
});
