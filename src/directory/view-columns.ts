/** Which columns somebody chose for the views that every desk has. An agent's own views keep theirs themselves. */

import { and, eq, type SQL } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import type { DeskView } from '../rules/desk-views.ts';
import { savedViews, viewColumns } from './schema.ts';

/** For a batch: at most one row for each view. */
export function selectViewColumns(db: DrizzleD1Database, personId: number | SQL<number>) {
  return db.select({ view: viewColumns.view, columns: viewColumns.columns }).from(viewColumns).where(eq(viewColumns.personId, personId));
}

export async function chooseColumns(binding: D1Database, personId: number, view: DeskView, columns: string): Promise<void> {
  await drizzle(binding).insert(viewColumns).values({ personId, view, columns }).onConflictDoUpdate({ target: [viewColumns.personId, viewColumns.view], set: { columns } });
}

/** Of a view that the person keeps; one of somebody else's stays as it is. */
export async function changeColumns(binding: D1Database, personId: number, view: number, columns: string): Promise<void> {
  await drizzle(binding).update(savedViews).set({ columns }).where(and(eq(savedViews.id, view), eq(savedViews.personId, personId)));
}
