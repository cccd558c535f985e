/** Drafts in the ticket object. Synchronous, like the ticket store. */

import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import { isBlank, joined, wasJustSent, type DraftForm, type SavedDraft, type Writing } from '../rules/draft.ts';
import type { Address, Person } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

export type DraftRow = typeof schema.drafts.$inferSelect;

/** Keeps the draft in the place of the one before; a blank one is none. One that says what was just sent came too late to be one. */
export function keepDraft(db: Database, by: Person, draft: SavedDraft): void {
  const { text, by: author } = schema.articles;
  const last = db.select({ text, by: author }).from(schema.articles).where(eq(author, by.address)).orderBy(desc(schema.articles.id)).limit(1).all();
  if (isBlank(draft) || wasJustSent(draft, last, by.address)) return dropDraft(db, by.address, draft.form);
  const row = { ...draft, by: by.address, byName: by.name };
  db.insert(schema.drafts).values(row).onConflictDoUpdate({ target: [schema.drafts.by, schema.drafts.form], set: row }).run();
}

/** Keeps it beside what its writer has begun since. */
export function addDraft(db: Database, by: Person, draft: SavedDraft): void {
  const newer = readDrafts(db, by.address).find((one) => one.form === draft.form);
  const row = { ...(newer === undefined ? draft : joined(draft, newer)), by: by.address, byName: by.name };
  db.insert(schema.drafts).values(row).onConflictDoUpdate({ target: [schema.drafts.by, schema.drafts.form], set: row }).run();
}

export function dropDraft(db: Database, by: Address, form: DraftForm): void {
  db.delete(schema.drafts).where(and(eq(schema.drafts.by, by), eq(schema.drafts.form, form))).run();
}

export function readDrafts(db: Database, by: Address): SavedDraft[] {
  return draftsBy(db, (query) => query.all({ by })).map(({ by: _, byName: __, ...draft }) => draft);
}

const draftsBy = prepared((db) => db.select().from(schema.drafts).where(eq(schema.drafts.by, sql.placeholder('by'))));

/** Who else has begun something, newest first. */
export function readWriting(db: Database, besides: Address): Writing[] {
  return draftsBesides(db, (query) => query.all({ besides })).map(({ by, byName, form, savedAt }) => ({ by: { address: by, name: byName }, form, savedAt }));
}

const draftsBesides = prepared((db) => db.select().from(schema.drafts).where(ne(schema.drafts.by, sql.placeholder('besides'))).orderBy(desc(schema.drafts.savedAt)));

/** Everybody's, for the ticket that this one becomes part of. */
export function readAllDrafts(db: Database): DraftRow[] {
  return db.select().from(schema.drafts).orderBy(asc(schema.drafts.savedAt)).all();
}
