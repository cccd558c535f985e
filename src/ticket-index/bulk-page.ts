/** What became of a change of many tickets, with the counts beside its page. One batch. */

import { drizzle } from 'drizzle-orm/d1';
import { bulkIn, selectBulk, type FoundBulk } from '../directory/bulk-changes.ts';
import { readViewCounts, selectViewCounts, type Counting, type ViewCounts } from './view-counts.ts';

/** `found` null: there is no such change of this person's. */
export async function readBulkPage(binding: D1Database, asked: Counting, of: { personId: number; id: number }): Promise<{ found: FoundBulk | null; counts: ViewCounts }> {
  const db = drizzle(binding);
  const [bulk, rows, ...counts] = await db.batch([...selectBulk(db, of), ...selectViewCounts(db, binding, asked)]);
  return { found: bulkIn(bulk, rows), counts: readViewCounts(counts, asked.kept) };
}
