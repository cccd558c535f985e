/** What a desk has stored, read from its files without a line of its code. The desk must not run. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { databaseFile } from './rig.ts';

type Row = Record<string, SQLOutputValue>;

export type StoredArticle = { ticket: number; id: number; kind: string; intake: string | null; text: string; isMachines: boolean; state: string };
export type StoredLetter = { ticket: number; id: number; seq: number; to: string; state: string; messageId: string | null; possiblyTwice: boolean };
/** `fact`: what happened, as the history has it. */
export type StoredEvent = { ticket: number; seq: number; by: string | null; fact: Record<string, unknown> };
export type LedgerRow = { key: string; outcome: string; number: number | null };

export type Stored = {
  /** SHA-256 of the bytes of each raw mail in R2, by the name it is kept under. */
  raw: Map<string, string>;
  ledger: LedgerRow[];
  articles: StoredArticle[];
  letters: StoredLetter[];
  /** Of each ticket in order. */
  events: StoredEvent[];
  /** Each ticket's version and number of people as its object says, and as the index says. */
  tickets: Map<number, string>;
  index: Map<number, string>;
  /** Refreshes of the index that were never done. */
  refreshesLeft: number;
  /** Tickets that have something left to do, and no alarm that will ring for it. */
  asleep: number[];
};

export function readDesk(state: string): Stored {
  const tickets = ticketFiles(state).map(readTicket);
  const d1 = new DatabaseSync(databaseFile(state));
  const ledger = rows(d1, 'select key, outcome, number from intake').map(({ key, outcome, number }) => ({ key: String(key), outcome: String(outcome), number: number === null ? null : Number(number) }));
  const index = rows(d1, `select number, ${said} || '/' || (select count(*) from ticket_people p where p.number = t.number) as said from tickets t`);
  d1.close();
  return {
    raw: rawMails(state),
    ledger,
    articles: tickets.flatMap((ticket) => ticket.articles),
    letters: tickets.flatMap((ticket) => ticket.letters),
    events: tickets.flatMap((ticket) => ticket.events),
    tickets: new Map(tickets.map((ticket) => [ticket.number, ticket.said])),
    index: new Map(index.map((row) => [Number(row['number']), String(row['said'])])),
    refreshesLeft: tickets.reduce((sum, ticket) => sum + ticket.refreshes, 0),
    asleep: tickets.filter((ticket) => !ticket.hasAlarm && (ticket.refreshes > 0 || ticket.letters.some(isOpen))).map((ticket) => ticket.number),
  };
}

/** Whether a letter has not come to its end. */
export function isOpen({ state }: StoredLetter): boolean {
  return ['queued', 'sending', 'unknown'].includes(state);
}

/** What index and object must agree on. */
const said = "version || '/' || status || '/' || subject";

function readTicket(file: string) {
  const db = new DatabaseSync(file);
  const [row = {}] = rows(db, `select number, ${said} || '/' || (select count(*) from people where state <> 'removed') as said from ticket`);
  const number = Number(row['number']);
  const articles = rows(db, 'select id, kind, intake, text, robot, state from articles order by id').map(({ id, kind, intake, text, robot, state }): StoredArticle => ({
    ticket: number,
    id: Number(id),
    kind: String(kind),
    intake: textOf(intake),
    text: String(text),
    isMachines: robot !== null,
    state: String(state),
  }));
  const letters = rows(db, 'select id, seq, recipient, state, message_id, possibly_twice from letters order by id').map((letter): StoredLetter => ({
    ticket: number,
    id: Number(letter['id']),
    seq: Number(letter['seq']),
    to: String(letter['recipient']),
    state: String(letter['state']),
    messageId: textOf(letter['message_id']),
    possiblyTwice: letter['possibly_twice'] === 1,
  }));
  const events = rows(db, 'select seq, by, fact from events order by seq').map(({ seq, by, fact }): StoredEvent => ({ ticket: number, seq: Number(seq), by: textOf(by), fact: JSON.parse(String(fact)) }));
  const refreshes = rows(db, 'select * from refreshes').length;
  // Where the runtime keeps an object's alarm, once it had one.
  const hasAlarm = hasTable(db, '_cf_METADATA') && rows(db, 'select 1 from _cf_METADATA where key = 1 and value is not null').length > 0;
  db.close();
  return { number, hasAlarm, said: String(row['said']), articles, letters, events, refreshes };
}

/** Objects that hold a ticket. Whoever asked for a number that is none made an object without tables. */
function ticketFiles(state: string): string[] {
  const folder = join(state, 'v3/do/vorgang-TicketObject');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => file.endsWith('.sqlite') && file !== 'metadata.sqlite').map((file) => join(folder, file)).filter(holdsTicket);
}

function holdsTicket(file: string): boolean {
  const db = new DatabaseSync(file);
  const holds = hasTable(db, 'ticket') && rows(db, 'select 1 from ticket').length > 0;
  db.close();
  return holds;
}

/** SHA-256 of each raw mail by the name it is kept under; the desk may not run. */
export function rawMails(state: string): Map<string, string> {
  return keptUnder(state, 'raw/');
}

/** SHA-256 of the bytes that R2 has under each name that begins so, without that beginning. */
export function keptUnder(state: string, prefix: string): Map<string, string> {
  const folder = join(state, 'v3/r2');
  const bucket = join(folder, 'miniflare-R2BucketObject');
  const kept = new Map<string, string>();
  for (const file of readdirSync(bucket).filter((name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite')) {
    const db = new DatabaseSync(join(bucket, file));
    for (const { key, blob_id: blob } of rows(db, `select key, blob_id from _mf_objects where key like '${prefix}%'`)) {
      const bytes = readFileSync(join(folder, 'vorgang/blobs', String(blob)));
      kept.set(String(key).slice(prefix.length), createHash('sha256').update(bytes).digest('hex'));
    }
    db.close();
  }
  return kept;
}

/** The directory's number of whoever has the address. */
export function personAt(state: string, address: string): number {
  const db = new DatabaseSync(databaseFile(state));
  const id = Number(rows(db, `select id from people where address = '${address}'`)[0]?.['id']);
  db.close();
  return id;
}

/** What no address is ever taken out of, what counts for a day, and how SQLite keeps words. */
const UNSEARCHED = /^(_cf|sqlite|d1_|audit_log|tallies|ticket_words|word_parts)/;

/** The tables of the database and of tickets in which an address stands. */
export function tracesOf(state: string, address: string): string[] {
  const whole = new RegExp(`(?<![\\w.-])${address.replaceAll('.', '\\.')}`);
  return [databaseFile(state), ...ticketFiles(state)].flatMap((file) => {
    const db = new DatabaseSync(file);
    const names = rows(db, "select name from sqlite_master where type = 'table'").map(({ name }) => String(name)).filter((name) => !UNSEARCHED.test(name));
    const places = names.filter((name) => rows(db, `select * from "${name}"`).some((row) => Object.values(row).some((value) => typeof value === 'string' && whole.test(value))));
    db.close();
    return places;
  });
}

function textOf(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function hasTable(db: DatabaseSync, name: string): boolean {
  return rows(db, `select 1 from sqlite_master where name = '${name}'`).length > 0;
}

function rows(db: DatabaseSync, query: string): Row[] {
  return db.prepare(query).all();
}
