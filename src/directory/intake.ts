/** The ledger of every mail that ever arrived, and what became of it. */

import { and, count, desc, eq, gt, inArray, isNotNull, ne, sql, type SQL } from 'drizzle-orm';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import { batchOnce } from '../built-once.ts';
import type { Viewer } from '../rules/page.ts';
import { erasedAddresses } from '../rules/readdressing.ts';
import type { Instant } from '../rules/ticket.ts';
import { tickets } from '../ticket-index/schema.ts';
import { ROWS_PER_PAGE } from '../ticket-index/ticket-row.ts';
import { insertPeople, type NamedPerson } from './people.ts';
import { intake, type IntakeOutcome } from './schema.ts';

export type IntakeRow = typeof intake.$inferSelect;

/** A mail at the moment it arrives. `etag` null: these are not the bytes that are kept. */
export type Arrived = { key: string; receivedAt: Instant; size: number; etag: string | null; envelopeFrom: string; envelopeTo: string };

/**
 * Claims the mail: its row is made, or found again. Counts the attempt before anything is parsed (SP09), and notes the
 * address of ours it was sent to, if that is a new one (one mail to two addresses is one mail).
 */
export async function claimIntake(binding: D1Database, arrived: Arrived): Promise<IntakeRow> {
  const [[row]] = await upsertArrived(binding, { ...arrived, toAll: [arrived.envelopeTo] });
  if (row === undefined) throw new Error('The intake row was not written');
  return row;
}

const { placeholder } = sql;
const envelopeTo = placeholder('envelopeTo');

const upsertArrived = batchOnce((db) => {
  const known = sql`exists (select 1 from json_each(${intake.envelopeTo}) where value = ${envelopeTo})`;
  const upsert = db
    .insert(intake)
    .values({ key: placeholder('key'), receivedAt: placeholder('receivedAt'), size: placeholder('size'), etag: placeholder('etag'), envelopeFrom: placeholder('envelopeFrom'), envelopeTo: placeholder('toAll') })
    .onConflictDoUpdate({
      target: intake.key,
      set: {
        // Kept anew where they were gone.
        etag: sql`coalesce(excluded.etag, ${intake.etag})`,
        attempts: sql`${intake.attempts} + case when ${intake.outcome} = 'received' then 1 else 0 end`,
        envelopeTo: sql`case when ${known} then ${intake.envelopeTo} else json_insert(${intake.envelopeTo}, '$[#]', ${envelopeTo}) end`,
      },
    })
    .returning();
  return [upsert];
});

/** The attempt under way does not count: it was not the mail that failed. */
export async function takeBackAttempt(binding: D1Database, key: string): Promise<void> {
  const counted = and(eq(intake.key, key), eq(intake.outcome, 'received'), gt(intake.attempts, 0));
  await drizzle(binding).update(intake).set({ attempts: sql`${intake.attempts} - 1` }).where(counted);
}

/** What a mail says of itself, by which it is found in the ledger. */
export type ReadMail = Pick<IntakeRow, 'messageId' | 'sender' | 'senderName' | 'subject' | 'unstamped'>;

/**
 * Two queries for one batch with the values of `ReadMail` and `key`: notes what the mail says, so that it is found before its fate is decided too, and finds another mail, with other
 * content, that bears the same Message-ID (T10). Of two that arrive at once, the later one is told.
 */
export function noteRead(db: DrizzleD1Database) {
  const given = (name: keyof ReadMail) => sql`${placeholder(name)}`;
  const read = { messageId: given('messageId'), sender: given('sender'), senderName: given('senderName'), subject: given('subject'), unstamped: given('unstamped') };
  const key = placeholder('key');
  return [
    db.update(intake).set(read).where(eq(intake.key, key)),
    db.select({ key: intake.key }).from(intake).where(and(eq(intake.messageId, placeholder('messageId')), ne(intake.key, key))).limit(1),
  ] as const;
}

/** What is known about a mail once it was read and its fate decided. */
export type Finished = Pick<IntakeRow, 'outcome' | 'reason' | 'number' | 'article' | 'messageId' | 'sender' | 'senderName' | 'subject' | 'queue' | 'decidedBy' | 'asked' | 'verdict'>;

/** What became of a mail. */
export type Fate = Pick<Finished, 'outcome' | 'reason' | 'number' | 'article' | 'asked'>;

/** What the ledger is to say of a mail that a ticket takes, but for where it is: the ticket writes it along with its lists, in one round trip. `met`: whom the mail makes known. */
export type Filing = { key: string; line: Omit<Finished, keyof Fate>; met: NamedPerson[] };

/** The same once it is there, and since when. */
export type Filed = Filing & { article: number; at: Instant };

/**
 * `met`: whom the mail made known. False: of two deliveries of one mail the other one was faster, and what its row says stays, as somebody at the
 * door may have decided since. What somebody decides counts whatever the row says.
 */
export async function finishIntake(binding: D1Database, key: string, { met = [], ...finished }: Finished & { met?: NamedPerson[] }, at: Instant): Promise<boolean> {
  const db = drizzle(binding);
  const [written] = await db.batch([updateFinished(db, key, finished, at), ...insertPeople(db, met, at)]);
  return written.length > 0;
}

/** The same for a batch, for a mail that is on the ticket with this number. */
export function keepFiled(db: DrizzleD1Database, number: number, { key, line, met, article, at }: Filed) {
  const finished = { ...line, outcome: 'filed', reason: null, number, article, asked: null } as const;
  return [updateFinished(db, key, finished, at), ...insertPeople(db, met, at)] as const;
}

function updateFinished(db: DrizzleD1Database, key: string, finished: Finished, at: Instant) {
  const unfinished = finished.decidedBy === null ? eq(intake.outcome, 'received') : undefined;
  return db.update(intake).set({ ...finished, doneAt: at }).where(and(eq(intake.key, key), unfinished)).returning({ key: intake.key });
}

export async function findIntake(binding: D1Database, key: string): Promise<IntakeRow | null> {
  return (await drizzle(binding).select().from(intake).where(eq(intake.key, key)).get()) ?? null;
}

/** The same for an agent: a mail of another queue is none (W05), nor is one whose sender was erased, with all that it said. */
export async function findIntakeFor(binding: D1Database, key: string, viewer: Viewer): Promise<IntakeRow | null> {
  return (await selectIntakeFor(drizzle(binding), key, viewer))[0] ?? null;
}

/** Whose sender was erased is no mail any more. */
const isOfSomebody = sql`coalesce(${intake.sender}, '') not like ${erasedAddresses}`;

/** The same as a query, for a batch. */
export function selectIntakeFor(db: DrizzleD1Database, key: string, viewer: Viewer) {
  return db.select().from(intake).where(and(eq(intake.key, key), isOfSomebody, ofQueuesOf(viewer))).limit(1);
}

/** For a batch: one page of the mails at the door, newest first, or of those about which somebody decided there, the latest decision first; and how many there are. */
export function selectAtDoor(db: DrizzleD1Database, { decided, viewer, page }: { decided: boolean; viewer: Viewer; page: number }) {
  const where = and(decided ? isNotNull(intake.decidedBy) : eq(intake.outcome, 'door'), ofQueuesOf(viewer));
  const order = decided ? [desc(intake.doneAt)] : [desc(intake.receivedAt), intake.key];
  const rows = db.select().from(intake).where(where).orderBy(...order).limit(ROWS_PER_PAGE).offset((page - 1) * ROWS_PER_PAGE);
  return [rows, db.select({ total: count() }).from(intake).where(where)] as const;
}

/** How many mails wait at the door for this agent, as a query to be sent along with others. */
export function countAtDoor(db: DrizzleD1Database, viewer: Viewer) {
  return db.select({ total: count() }).from(intake).where(and(eq(intake.outcome, 'door'), ofQueuesOf(viewer)));
}

/** A mail is of the queue of the ticket that it names, else of the queue it was sent to. One that nobody has read yet is of none. */
export function ofQueuesOf({ role, reach }: Viewer): SQL | undefined {
  if (role === 'admin' || reach.queues === null) return undefined;
  const named = sql`(select ${tickets.queue} from ${tickets} where ${tickets.number} = ${intake.number})`;
  return inArray(sql`coalesce(${named}, ${intake.queue})`, reach.queues);
}

export type IntakeTotals = Record<IntakeOutcome, number> & { total: number };

export type OutcomeCount = { outcome: IntakeOutcome; mails: number };

/** For a batch: how many mails ended where, all or those an agent may see. */
export function selectTotals(db: DrizzleD1Database, viewer: Viewer | null) {
  return db.select({ outcome: intake.outcome, mails: count() }).from(intake).where(viewer === null ? undefined : ofQueuesOf(viewer)).groupBy(intake.outcome);
}

/** They add up: that is the proof that none is lost. */
export function readTotals(counted: OutcomeCount[]): IntakeTotals {
  const total = counted.reduce((sum, row) => sum + row.mails, 0);
  const totals: IntakeTotals = { received: 0, filed: 0, door: 0, refused: 0, machine: 0, loop: 0, total };
  for (const { outcome, mails } of counted) totals[outcome] = mails;
  return totals;
}

/** Of all mails. */
export async function intakeTotals(binding: D1Database): Promise<IntakeTotals> {
  return readTotals(await selectTotals(drizzle(binding), null));
}
