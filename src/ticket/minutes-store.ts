import { sql } from 'drizzle-orm';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** What was spent on the ticket: not what was taken back. Written out as the index has it, so that no text has to be read for it. */
export function sumOfMinutes(db: Database): number {
  return selectSum(db, (query) => query.get())?.sum ?? 0;
}

const selectSum = prepared((db) => {
  const spent = sql`${schema.articles.minutes} > 0 and ${schema.articles.state} <> 'takenBack'`;
  return db.select({ sum: sql<number>`coalesce(sum(${schema.articles.minutes}), 0)` }).from(schema.articles).where(spent);
});
