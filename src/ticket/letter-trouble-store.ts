/** Letters in trouble, in the ticket object: what is done about one, and what the list of them does not know yet. Synchronous, like the ticket store. */

import { and, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { troubleOf, type TroubledLetter } from '../rules/letter-trouble.ts';
import type { Change, Instant } from '../rules/ticket.ts';
import type { ToldLetter } from '../ticket-index/troubled-letters.ts';
import { laterThanBefore } from './outbox-store.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

type LetterRow = typeof schema.letters.$inferSelect;

export function readTroubled(db: Database, id: number): TroubledLetter | null {
  const row = db.select().from(schema.letters).where(eq(schema.letters.id, id)).get();
  return row === undefined ? null : { ...row, to: row.recipient };
}

/** It begins anew, under another Message-ID, and keeps its place in the history. */
export function sendAgain(db: Database, { letter, doubtful }: Extract<Change, { kind: 'letterSentAgain' }>, at: Instant): void {
  const anew = { state: 'queued', attempts: 0, dueAt: at, againAt: at, messageId: null, registered: false, reason: null, failure: null, settled: false } as const;
  db.update(schema.letters).set({ ...anew, ...(doubtful ? { possiblyTwice: true } : {}), changedAt: laterThanBefore(at) }).where(eq(schema.letters.id, letter)).run();
}

export function setAside(db: Database, letter: number, at: Instant): void {
  db.update(schema.letters).set({ settled: true, changedAt: laterThanBefore(at) }).where(eq(schema.letters.id, letter)).run();
}

/** Letters whose trouble began, changed or ended since the list was told of it last. */
export function readUntoldTroubles(db: Database): ToldLetter[] {
  return selectNews(db, (query) => query.all()).map(told).filter((letter) => letter.trouble !== null || letter.wasTold);
}

const selectNews = prepared((db) => {
  const { state, possiblyTwice, toldAt, changedAt } = schema.letters;
  const mayBeInTrouble = or(sql`${state} in ('unknown', 'failed', 'bounced')`, eq(possiblyTwice, true));
  const isNews = or(and(isNull(toldAt), mayBeInTrouble), and(isNotNull(toldAt), gt(changedAt, toldAt)));
  return db.select().from(schema.letters).where(isNews).orderBy(desc(changedAt)).limit(MOST_TOLD);
});

/** The list knows these now. What changed meanwhile is still to be told. */
export function markTroublesTold(db: Database, letters: ToldLetter[]): void {
  for (const { letter, changedAt } of letters) db.update(schema.letters).set({ toldAt: changedAt }).where(eq(schema.letters.id, letter)).run();
}

/** The list is to be told again of all that it ever was told of. */
export function tellTroublesAnew(db: Database): void {
  db.update(schema.letters).set({ toldAt: 0 }).where(isNotNull(schema.letters.toldAt)).run();
}

/** The rest follows with the next refresh. */
const MOST_TOLD = 200;

function told(row: LetterRow): ToldLetter {
  const { id, kind, recipient, reason, failure, changedAt, toldAt } = row;
  return { letter: id, kind, recipient, trouble: troubleOf({ ...row, to: recipient }), reason, failure, changedAt, wasTold: toldAt !== null };
}
