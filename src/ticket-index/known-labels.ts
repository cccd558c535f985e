import { asc, eq, exists, sql } from 'drizzle-orm';
import type { DrizzleD1Database } from 'drizzle-orm/d1';
import { labels, ticketLabels } from './schema.ts';

const MOST_LABELS_KNOWN = 200;

/** The labels that some ticket bears, by the alphabet: so that agents put the same word on. */
export function selectLabels(db: DrizzleD1Database) {
  const borne = db.select({ one: sql`1` }).from(ticketLabels).where(eq(ticketLabels.folded, labels.folded));
  return db.select({ label: labels.label }).from(labels).where(exists(borne)).orderBy(asc(labels.folded)).limit(MOST_LABELS_KNOWN);
}
