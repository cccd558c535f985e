/** The outbox rows of a ticket object: letters and the index refresh. Synchronous, like the ticket store. */

import { and, asc, desc, eq, inArray, isNotNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { LetterChange, OpenLetter } from '../outbox/drain.ts';
import type { Heard, SentLetter } from '../rules/delivery.ts';
import { insideLetters, type NewLetter } from '../rules/letter-kinds.ts';
import { isDue, isImpossible } from '../rules/retry.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import type { NamedMail } from '../ticket-index/refresh.ts';
import { noteEverOn } from './ever-on-store.ts';
import { readHandover } from './merge-store.ts';
import { nextOverdue } from './overdue-store.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import { nextSecretOver } from './secret-store.ts';
import type { Database } from './ticket-store.ts';
import { readWaitingUntil } from './waiting-store.ts';

export type LetterRow = typeof schema.letters.$inferSelect;
export type DueLetter = OpenLetter & Pick<LetterRow, 'seq' | 'kind' | 'article'>;

/** Most letters one drain takes up; the rest follows with the next alarm. */
const LETTERS_PER_DRAIN = 100;

export function queueLetter(db: Database, letter: NewLetter, cause: { seq: number; at: Instant; waitsMs: number }): void {
  const { kind, to, article } = letter;
  insertLetter(db, (query) => query.run({ seq: cause.seq, kind, to, article, dueAt: cause.at + cause.waitsMs, at: cause.at }));
  noteEverOn(db, [to]);
}

const { placeholder } = sql;

const insertLetter = prepared((db) =>
  db.insert(schema.letters).values({
    seq: placeholder('seq'),
    kind: placeholder('kind'),
    recipient: placeholder('to'),
    article: placeholder('article'),
    state: 'queued',
    dueAt: placeholder('dueAt'),
    changedAt: placeholder('at'),
  }),
);

/**
 * Letters that have not come to their end, each reader's in the order of the ticket. Those of readers whose first one is not due come last: the others
 * of theirs wait for it, and so many may wait that nobody else's would be read (SO08).
 */
export function readOpenLetters(db: Database, at: Instant): DueLetter[] {
  const first = firstOpen(db);
  if (first.length === 0) return [];
  const held = first.filter(({ state, dueAt }) => state !== 'sending' && !isDue(dueAt, at)).map(({ recipient }) => recipient);
  const rows = selectOpen(db, (query) => query.all({ held: JSON.stringify(held) }));
  return rows.flatMap(({ letter, createdAt }) => {
    const { id, seq, kind, article, recipient, state, attempts, dueAt, againAt } = letter;
    return state === 'queued' || state === 'sending' || state === 'unknown' ? [{ id, seq, kind, article, recipient, state, attempts, dueAt, createdAt: againAt ?? createdAt }] : [];
  });
}

const open = inArray(schema.letters.state, ['queued', 'sending', 'unknown']);

const selectOpen = prepared((db) => {
  const waits = sql`${schema.letters.recipient} in (select value from json_each(${placeholder('held')}))`;
  return db
    .select({ letter: schema.letters, createdAt: schema.events.at })
    .from(schema.letters)
    .innerJoin(schema.events, eq(schema.events.seq, schema.letters.seq))
    .where(open)
    .orderBy(waits, asc(schema.letters.id))
    .limit(LETTERS_PER_DRAIN);
});

/** The first open letter of each reader; what else is open of theirs waits for it, however long it has been due (SR4). */
function firstOpen(db: Database): { recipient: Address; state: LetterRow['state']; dueAt: Instant }[] {
  return selectFirstOpen(db, (query) => query.all());
}

const selectFirstOpen = prepared((db) => {
  const { id, recipient, state, dueAt } = schema.letters;
  // SQLite takes the other columns from the row that has the least id.
  return db.select({ id: sql`min(${id})`, recipient, state, dueAt }).from(schema.letters).where(open).groupBy(recipient);
});

export function letterState(db: Database, id: number): LetterRow['state'] | null {
  return selectStanding(db, (query) => query.get({ id }))?.state ?? null;
}

/** Whom the letter goes to by now: an address can become another while its letter is made. */
export function recipientNow(db: Database, id: number): string {
  return selectStanding(db, (query) => query.get({ id }))?.recipient ?? '';
}

const selectStanding = prepared((db) => {
  const { id, state, recipient } = schema.letters;
  return db.select({ state, recipient }).from(schema.letters).where(eq(id, placeholder('id')));
});

export function markLetter(db: Database, id: number, change: LetterChange, at: Instant): void {
  db.update(schema.letters).set({ ...change, settled: false, changedAt: laterThanBefore(at) }).where(eq(schema.letters.id, id)).run();
}

/** Time stands still within a step, and clocks go back: each change of a letter is later than the one before all the same, so that the last can be told. */
export function laterThanBefore(at: Instant) {
  return sql<Instant>`max(${schema.letters.changedAt} + 1, ${at})`;
}

/** What was heard of letters that changes nothing else. */
export function markHeard(db: Database, heard: Heard['states'], at: Instant): void {
  for (const { letter, ...change } of heard) markLetter(db, letter, change, at);
}

/** The letters that these events caused, in order. */
export function readLetters(db: Database, events: number[]): LetterRow[] {
  return lettersOfEvents(db, (query) => query.all({ events: JSON.stringify(events) }));
}

const lettersOfEvents = prepared((db) => db.select().from(schema.letters).where(sql`${schema.letters.seq} in (select value from json_each(${placeholder('events')}))`).orderBy(asc(schema.letters.id)));

/** When a letter last changed its state; for outsiders, a letter of which they see what became. */
export function lastLetterChange(db: Database, staff: boolean): Instant {
  const seen = staff ? undefined : notInArray(schema.letters.kind, insideLetters);
  return db.select({ at: sql<Instant | null>`max(${schema.letters.changedAt})` }).from(schema.letters).where(seen).get()?.at ?? 0;
}

/** Letters that news may be about, newest first: those it names and those in doubt, however many left since, and the last that left. */
export function readSentLetters(db: Database, named: string[]): SentLetter[] {
  const { id, recipient, state, messageId, handedAt } = schema.letters;
  const mayHaveLeft = or(isNotNull(messageId), eq(state, 'unknown'));
  const isMeant = sql`(${messageId} in (select value from json_each(${JSON.stringify(named)})) or ${state} = 'unknown')`;
  const rows = db.select({ id, to: recipient, state, messageId, handedAt }).from(schema.letters).where(mayHaveLeft).orderBy(sql`${isMeant} is true desc`, desc(id)).limit(MOST_SENT).all();
  return rows.toSorted((one, other) => other.id - one.id);
}

/** A report that names none is about one of the last. */
const MOST_SENT = 500;

/** The Message-IDs of the newest letters that went to this person, newest first. */
export function lettersSentTo(db: Database, recipient: LetterRow['recipient']): string[] {
  const rows = selectSentTo(db, (query) => query.all({ recipient }));
  return rows.flatMap((row) => row.messageId ?? []);
}

const selectSentTo = prepared((db) => {
  const { id, recipient, messageId } = schema.letters;
  return db.select({ messageId }).from(schema.letters).where(and(eq(recipient, placeholder('recipient')), isNotNull(messageId))).orderBy(desc(id)).limit(3);
});

/** The event that caused the last letter of these kinds which left for this person before the one with the id `before`; null: none did. */
export function causeOfLast(db: Database, asked: { recipient: LetterRow['recipient']; kinds: LetterRow['kind'][]; before: number }): number | null {
  const { id, seq, kind, recipient, messageId } = schema.letters;
  const sent = and(eq(recipient, asked.recipient), inArray(kind, asked.kinds), lt(id, asked.before), isNotNull(messageId));
  return db.select({ seq }).from(schema.letters).where(sent).orderBy(desc(id)).limit(1).get()?.seq ?? null;
}

/** Notes that the ticket index should know this version. At most one such row waits. */
export function queueRefresh(db: Database, version: number, at: Instant): void {
  upsertRefresh(db, (query) => query.run({ version, at }));
}

const upsertRefresh = prepared((db) =>
  db
    .insert(schema.refreshes)
    .values({ id: 1, version: placeholder('version'), attempts: 0, dueAt: placeholder('at') })
    .onConflictDoUpdate({ target: schema.refreshes.id, set: { version: sql`excluded.version`, attempts: 0, dueAt: sql`excluded.due_at` } }),
);

export function readRefresh(db: Database): typeof schema.refreshes.$inferSelect | null {
  return selectRefresh(db, (query) => query.get()) ?? null;
}

const selectRefresh = prepared((db) => db.select().from(schema.refreshes));

/** The index has this version; a newer one that came meanwhile stays due. */
export function refreshDone(db: Database, version: number): void {
  deleteRefresh(db, (query) => query.run({ version }));
}

const deleteRefresh = prepared((db) => db.delete(schema.refreshes).where(eq(schema.refreshes.version, placeholder('version'))));

export function refreshLater(db: Database, attempts: number, dueAt: Instant): void {
  db.update(schema.refreshes).set({ attempts, dueAt }).run();
}

/** Message-IDs that the directory does not know yet, and the rows they are from. */
export type Unregistered = { named: NamedMail[]; articles: number[]; letters: number[] };

export function readUnregistered(db: Database): Unregistered {
  const mails = selectUnregisteredMails(db, (query) => query.all());
  const sent = selectUnregisteredLetters(db, (query) => query.all());
  return {
    named: [
      ...mails.flatMap(({ answers }) => answers.map((messageId): NamedMail => ({ messageId, origin: 'answered' }))),
      ...mails.flatMap(({ messageId }): NamedMail[] => (messageId === null ? [] : [{ messageId, origin: 'mail' }])),
      ...sent.flatMap(({ messageId }): NamedMail[] => (messageId === null ? [] : [{ messageId, origin: 'letter' }])),
    ],
    articles: mails.map((mail) => mail.id),
    letters: sent.map((letter) => letter.id),
  };
}

const selectUnregisteredMails = prepared((db) => {
  const { id, messageId, answers, intake, registered } = schema.articles;
  return db.select({ id, messageId, answers }).from(schema.articles).where(and(isNotNull(intake), eq(registered, false)));
});
const selectUnregisteredLetters = prepared((db) => {
  const { id, messageId, registered } = schema.letters;
  return db.select({ id, messageId }).from(schema.letters).where(and(isNotNull(messageId), eq(registered, false)));
});

/** The directory knows the Message-IDs of these rows. */
export function markRegistered(db: Database, rows: Unregistered): void {
  if (rows.articles.length > 0) registerMails(db, (query) => query.run({ ids: JSON.stringify(rows.articles) }));
  if (rows.letters.length > 0) registerLetters(db, (query) => query.run({ ids: JSON.stringify(rows.letters) }));
}

const these = sql`(select value from json_each(${placeholder('ids')}))`;
const registerMails = prepared((db) => db.update(schema.articles).set({ registered: true }).where(sql`${schema.articles.id} in ${these}`));
const registerLetters = prepared((db) => db.update(schema.letters).set({ registered: true }).where(sql`${schema.letters.id} in ${these}`));

/** The directory may have lost any of them. Those of copies lead to the ticket that they came from, and were never told from here. */
export function registerAnew(db: Database): void {
  db.update(schema.articles).set({ registered: false }).where(sql`${schema.articles.path} = '[]'`).run();
  db.update(schema.letters).set({ registered: false }).run();
}

/** When the outbox has something to do next, a credential is over, the ticket has waited long enough or is overdue; or null. */
export function nextDue(db: Database, at: Instant): Instant | null {
  const letters = firstOpen(db).map(({ dueAt }) => (isImpossible(dueAt, at) ? at : dueAt));
  const times = [...letters, readRefresh(db)?.dueAt ?? null, readHandover(db)?.dueAt ?? null, nextSecretOver(db), readWaitingUntil(db), nextOverdue(db)].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}
