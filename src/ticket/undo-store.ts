/** What can still be taken back: acts of agents none of whose letters has left. Synchronous, like the ticket store. */

import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { LastAct } from '../rules/last-act.ts';
import type { Closing, Leaving } from '../rules/undo.ts';
import type { Address, Change, FieldChanged, Instant, TicketEvent } from '../rules/ticket.ts';
import { addDraft } from './draft-store.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** The reason of letters that were taken back before they left. */
export const TAKEN_BACK = 'takenBack';

/** Answers that are just leaving, oldest first. */
export function readLeaving(db: Database): Leaving[] {
  const { articles, events } = schema;
  const isTheirs = and(sql`json_extract(${events.fact}, '$.kind') = 'article'`, sql`json_extract(${events.fact}, '$.id') = ${articles.id}`);
  const rows = db.select({ id: articles.id, author: articles.by, seq: events.seq, at: events.at }).from(articles).innerJoin(events, isTheirs).where(eq(articles.state, 'leaving')).orderBy(asc(articles.id)).all();
  return rows.map(({ id, seq, author, at }) => ({ id, seq, author, act: actOf(db, author, at) }));
}

/** The last closing, while all its letters wait; null if one has left, or if there were none to wait. */
export function readClosing(db: Database): Closing | null {
  const { events, letters } = schema;
  const isStatus = sql`json_extract(${events.fact}, '$.field') = 'status'`;
  const last = db.select().from(events).where(isStatus).orderBy(desc(events.seq)).limit(1).get();
  if (last === undefined || last.by === null || last.fact.kind !== 'fieldChanged' || last.fact.to !== 'closed') return null;
  const states = db.select({ state: letters.state, attempts: letters.attempts, waits: sql<number>`${letters.dueAt} > ${letters.changedAt}` }).from(letters).where(eq(letters.seq, last.seq)).all();
  const open = states.length > 0 && states.every(({ state, attempts, waits }) => state === 'queued' && attempts === 0 && waits === 1);
  return open ? { seq: last.seq, by: last.by, act: actOf(db, last.by, last.at) } : null;
}

/** The act with what became of the letters about it. */
export function lastAct(db: Database, act: TicketEvent[]): LastAct & { waits: boolean } {
  if (act.length === 0) return { act, told: false, waits: false };
  const { letters } = schema;
  const rows = db.select({ state: letters.state, attempts: letters.attempts, waits: sql<number>`${letters.dueAt} > ${letters.changedAt}` }).from(letters).where(inArray(letters.seq, act.map((event) => event.seq))).all();
  const waiting = rows.filter(({ state, attempts, waits }) => state === 'queued' && attempts === 0 && waits === 1).length;
  return { act, told: rows.length > waiting, waits: waiting > 0 };
}

/** The answer is out of sight until its first letter leaves. */
export function letLeave(db: Database, article: number): void {
  db.update(schema.articles).set({ state: 'leaving' }).where(eq(schema.articles.id, article)).run();
}

/** Its first letter leaves: the answer is said. */
export function hasLeft(db: Database, article: number): void {
  db.update(schema.articles).set({ state: 'said' }).where(and(eq(schema.articles.id, article), eq(schema.articles.state, 'leaving'))).run();
}

/** The article is nobody's to read any more; its words and files are its author's draft again. */
export function backToDraft(db: Database, { article, seq, author }: Extract<Change, { kind: 'takenBack' }>, at: Instant): void {
  const row = db.update(schema.articles).set({ state: 'takenBack' }).where(eq(schema.articles.id, article)).returning().get();
  const files = db.select().from(schema.attachments).where(eq(schema.attachments.article, article)).orderBy(asc(schema.attachments.position)).all();
  const attachments = files.map(({ article: _, position: __, ...file }) => file);
  // The draft has them now, and brings them along when it is sent after all.
  db.delete(schema.attachments).where(eq(schema.attachments.article, article)).run();
  addDraft(db, { address: author, name: row.byName }, { form: 'reply', text: row.text, attachments, minutes: row.minutes, seen: article, savedAt: at });
  withdrawLetters(db, seq, at);
}

export function withdrawLetters(db: Database, seq: number, at: Instant): void {
  db.update(schema.letters).set({ state: 'failed', reason: TAKEN_BACK, changedAt: at }).where(and(eq(schema.letters.seq, seq), eq(schema.letters.state, 'queued'))).run();
}

/** Whether the letter was taken back after the outbox had taken it up. */
export function isTakenBack(db: Database, letter: number): boolean {
  return db.select({ reason: schema.letters.reason }).from(schema.letters).where(eq(schema.letters.id, letter)).get()?.reason === TAKEN_BACK;
}

/** The fields that somebody changed in one act: at the same instant. */
function actOf(db: Database, by: Address, at: Instant): FieldChanged[] {
  const { events } = schema;
  const rows = db.select({ fact: events.fact }).from(events).where(and(eq(events.at, at), eq(events.by, by))).orderBy(asc(events.seq)).all();
  return rows.flatMap(({ fact }) => (fact.kind === 'fieldChanged' ? [fact] : []));
}
