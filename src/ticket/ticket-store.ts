/** The ticket object's tables, read and written. All synchronous: nothing can happen between two lines. */

import { and, asc, desc, eq, getTableColumns, gte, inArray, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import type { Answered } from '../rules/admission.ts';
import type { Arrival } from '../rules/commands.ts';
import { commentLetters } from '../rules/letter-kinds.ts';
import type { Address, Change, Fact, Instant, Person, Ticket, TicketEvent } from '../rules/ticket.ts';
import { COMPARED, type Recent } from '../rules/robots.ts';
import { addressesIn } from '../rules/readdressing.ts';
import { addArticle } from './article-store.ts';
import { noteEverOn } from './ever-on-store.ts';
import { changeLink } from './link-store.ts';
import { sendAgain, setAside } from './letter-trouble-store.ts';
import { sumOfMinutes } from './minutes-store.ts';
import { markLetter } from './outbox-store.ts';
import { prepared } from './prepared.ts';
import { changeLabel } from './label-store.ts';
import { changePerson } from './people-store.ts';
import { forgetEarlier, replaceReading } from './readings-store.ts';
import { sayAnew } from './search-store.ts';
import { changeSecret } from './secret-store.ts';
import * as schema from './schema.ts';
import { backToDraft, withdrawLetters } from './undo-store.ts';

export type Database = ReturnType<typeof openDatabase>;

export function openDatabase(storage: DurableObjectStorage) {
  return drizzle(storage, { schema });
}

/** Whether a ticket was ever opened here. An object that was only asked for stays empty, and so costs nothing. */
export function hasTables(storage: DurableObjectStorage): boolean {
  return storage.sql.exec("select 1 from sqlite_master where type = 'table' and name = 'ticket'").toArray().length > 0;
}

/** The ticket with everybody on it, or null before it was opened. */
export function readTicket(db: Database): Ticket | null {
  const row = selectTicket(db, (query) => query.get());
  if (row === undefined) return null;
  const { openedBy: _, ...ticket } = row;
  return {
    ...ticket,
    minutesSpent: sumOfMinutes(db),
    people: selectPeople(db, (query) => query.all()),
    secrets: selectSecrets(db, (query) => query.all()),
  };
}

const selectTicket = prepared((db) => db.select().from(schema.ticket));
const selectPeople = prepared((db) => db.select().from(schema.people).orderBy(asc(schema.people.pid)));
const selectSecrets = prepared((db) => {
  const { sealed: _, ...secret } = getTableColumns(schema.secrets);
  return db.select(secret).from(schema.secrets).orderBy(asc(schema.secrets.id));
});

/** What opened the ticket: an intake key or a form's key. */
export function readOpenedBy(db: Database): string | null {
  return db.select({ openedBy: schema.ticket.openedBy }).from(schema.ticket).get()?.openedBy ?? null;
}

export function insertTicket(db: Database, ticket: Omit<Ticket, 'people' | 'secrets' | 'minutesSpent'>, openedBy: string): void {
  db.insert(schema.ticket).values({ ...ticket, openedBy }).run();
}

/** Records one change as the next event of the history and in what it changes. Returns the event's number. */
export function record(db: Database, change: Change, by: Person | null, at: Instant): number {
  const who = by?.address ?? null;
  const { seq } = nextVersion(db, (query) => query.get({ at, by: who }));
  const fact = apply(db, change, by, at);
  insertEvent(db, (query) => query.run({ seq, at, by: who, byName: by?.name ?? '', fact }));
  noteEverOn(db, [...addressesIn(fact), ...(by === null ? [] : [by.address])]);
  return seq;
}

const { placeholder } = sql;

const nextVersion = prepared((db) =>
  db
    .update(schema.ticket)
    .set({ version: sql`${schema.ticket.version} + 1`, updatedAt: sql`${placeholder('at')}`, updatedBy: sql`${placeholder('by')}` })
    .returning({ seq: schema.ticket.version }),
);
const insertEvent = prepared((db) =>
  db.insert(schema.events).values({ seq: placeholder('seq'), at: placeholder('at'), by: placeholder('by'), byName: placeholder('byName'), fact: placeholder('fact') }),
);

/** The article that came by this mail, or null. */
export function articleOfIntake(db: Database, intake: string): number | null {
  return db.select({ id: schema.articles.id }).from(schema.articles).where(eq(schema.articles.intake, intake)).get()?.id ?? null;
}

/** That this mail was refused or held before, so that its sender is not told twice; null: neither. */
export function turnedAway(db: Database, intake: string): 'refusedReply' | 'heldReply' | null {
  const kinds = factsAbout(db, intake).map((fact) => fact.kind);
  return kinds.find((kind) => kind === 'refusedReply' || kind === 'heldReply') ?? null;
}

/** Whether this person was asked about this mail before. */
export function wasAsked(db: Database, intake: string, address: Address): boolean {
  return factsAbout(db, intake).some((fact) => fact.kind === 'asked' && fact.address === address);
}

function factsAbout(db: Database, intake: string): Fact[] {
  const about = sql`${schema.events.fact} ->> 'intake' = ${intake}`;
  return db.select({ fact: schema.events.fact }).from(schema.events).where(about).orderBy(asc(schema.events.seq)).all().map((row) => row.fact);
}

/** Which of the Message-IDs that an arrival answers are on the ticket, and whether a mail on it is kin to the arrival. */
export function whatIsAnswered(db: Database, { references, only, article }: Pick<Arrival, 'references' | 'only' | 'article'>): Answered {
  const ids = references.slice(-90);
  const kin = only === 'kin' && isKin(db, article.messageId === null ? ids : [...ids, article.messageId]);
  if (ids.length === 0) return { lettersTo: [], mail: false, kin };
  const { recipient, messageId, kind } = schema.letters;
  const letters = db.select({ to: recipient, id: messageId, kind }).from(schema.letters).where(inArray(messageId, ids)).all();
  const newest = ids.toReversed().flatMap((id) => letters.filter((letter) => letter.id === id))[0];
  const mail = db.select({ id: schema.articles.id }).from(schema.articles).where(inArray(schema.articles.messageId, ids)).get();
  return { lettersTo: letters.map((letter) => letter.to), mail: mail !== undefined, kin, comment: newest !== undefined && commentLetters.includes(newest.kind) };
}

/** Whether a mail on the ticket answers one of these. */
function isKin(db: Database, messageIds: string[]): boolean {
  const common = sql`exists (select 1 from json_each(${schema.articles.answers}) where value in (select value from json_each(${JSON.stringify(messageIds)})))`;
  return db.select({ id: schema.articles.id }).from(schema.articles).where(common).limit(1).get() !== undefined;
}

/** What the person mailed since then, machine mail left out, newest first. */
export function readRecent(db: Database, by: Address, since: Instant): Recent[] {
  const { at, text, channel, automatic } = schema.articles;
  const theirs = and(eq(schema.articles.by, by), gte(at, since), eq(channel, 'mail'), isNull(automatic));
  return db.select({ at, text: sql<string>`substr(${text}, 1, ${COMPARED})` }).from(schema.articles).where(theirs).orderBy(desc(schema.articles.id)).limit(MOST_RECENT).all();
}

const MOST_RECENT = 50;

/** Every entry of the history, newest first. */
export function readEvents(db: Database): TicketEvent[] {
  const rows = db.select().from(schema.events).orderBy(desc(schema.events.seq)).all();
  return rows.map(({ by, byName, ...event }) => ({ ...event, by: by === null ? null : { address: by, name: byName } }));
}

function apply(db: Database, change: Change, by: Person | null, at: Instant): Fact {
  switch (change.kind) {
    case 'article':
      return { ...addArticle(db, change.article, by, at), ...(change.addressing === undefined ? {} : { addressing: change.addressing }) };
    case 'fieldChanged':
      db.update(schema.ticket).set({ [change.field]: change.to }).run();
      return change;
    case 'engaged':
      db.update(schema.ticket).set({ engagedAt: at }).run();
      return change;
    case 'joined':
    case 'left':
    case 'proven':
    case 'accepted':
    case 'bounced':
    case 'triedAgain':
    case 'muted':
    case 'unmuted':
    case 'historyShared':
      return changePerson(db, change, by, at);
    case 'undelivered':
      markLetter(db, change.letter, { state: 'bounced', failure: change.failure }, at);
      return change;
    case 'complained':
      markLetter(db, change.letter, { state: 'complained' }, at);
      return change;
    case 'letterSentAgain':
      sendAgain(db, change, at);
      return change;
    case 'letterSetAside':
      setAside(db, change.letter, at);
      return change;
    case 'secretAsked':
    case 'secretGiven':
    case 'secretEnded':
      return changeSecret(db, change, by);
    case 'readAgain':
      return replaceReading(db, change, at);
    case 'redacted': {
      const { kind, article, ...left } = change;
      sayAnew(db, article, left.text);
      forgetEarlier(db, article);
      db.update(schema.articles).set({ ...left, redacted: true }).where(eq(schema.articles.id, article)).run();
      return { kind, article };
    }
    case 'takenBack':
      backToDraft(db, change, at);
      return change;
    case 'closeUndone':
      withdrawLetters(db, change.seq, at);
      return change;
    case 'labelled':
    case 'unlabelled':
      return changeLabel(db, change);
    case 'mergedInto':
      db.update(schema.ticket).set({ mergedInto: change.number, status: 'closed', closedAt: sql`coalesce(${schema.ticket.closedAt}, ${at})` }).run();
      return change;
    case 'unmerged':
      db.update(schema.ticket).set({ mergedInto: null, status: change.status, closedAt: change.closedAt }).run();
      return change;
    case 'tookOver':
      db.update(schema.ticket).set({ articleCount: sql`${schema.ticket.articleCount} + ${change.articles}` }).run();
      return change;
    case 'linked':
    case 'unlinked':
      changeLink(db, change);
      return change;
    case 'readdressed':
    case 'erased':
    case 'gaveBack':
    case 'called':
    case 'overdue':
    case 'opened':
    case 'refusedReply':
    case 'heldReply':
    case 'asked':
    case 'leftOut':
    case 'mentions':
    case 'mentionedBy':
    case 'answered':
      return change;
  }
}
