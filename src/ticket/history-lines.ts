/** A part of the history, read without the rest: however long the ticket, its page costs the same. */

import { asc, desc, eq, getTableColumns, gt, lt, ne, sql } from 'drizzle-orm';
import { inOneOrder } from '../rules/one-order.ts';
import type { Part, Place } from '../rules/page.ts';
import type { Article, Instant, TicketEvent } from '../rules/ticket.ts';
import { prepared } from './prepared.ts';
import * as schema from './schema.ts';
import type { Database } from './ticket-store.ts';

/** What decides who may read an article. */
export type Readable = Pick<Article, 'id' | 'kind' | 'automatic' | 'state'>;

/** One entry before its text is read: an event of this ticket, or an article that came with a merged one. */
export type Line =
  | { kind: 'own'; at: Instant; event: TicketEvent; article: Readable | null }
  | { kind: 'came'; at: Instant; article: Readable };

/** Newest first. `older`, `newer`: whether there is more for this reader on either side. */
export type Lines = { lines: Line[]; older: boolean; newer: boolean };

/** A page holds whole texts with all that happened between them. */
const ARTICLES_A_PAGE = 20;
const LINES_A_PAGE = 100;
const EVENTS_A_READ = 80;
const ALL = -1;
/** Beyond every event. */
const NEWEST = Number.MAX_SAFE_INTEGER;

/** The lines of the part that the reader may see (`may`). A part that begins with nothing known is the newest. */
export function readLines(db: Database, part: Part, may: (line: Line) => boolean): Lines {
  const start = startOf(db, part);
  if (start === null) return { ...taken(walk(db, { kind: 'down', place: null, with: false }), may), newer: false };
  if (part.kind === 'after') {
    const { lines, older: more } = taken(walk(db, { kind: 'up', place: start, with: false }), may);
    return { lines: lines.toReversed(), newer: more, older: true };
  }
  const below = taken(walk(db, { kind: 'down', place: start, with: part.kind === 'from' }), may);
  return { ...below, newer: isAny(walk(db, { kind: 'up', place: start, with: part.kind === 'before' }), may) };
}

/** The newest line that passes. */
export function newestLine(db: Database, passes: (line: Line) => boolean): Line | null {
  for (const line of walk(db, { kind: 'down', place: null, with: false })) if (passes(line)) return line;
  return null;
}

/** Where an entry stands in the history, for the address of what is older or newer. */
export function placeOf(line: Line): Place {
  return line.kind === 'own' ? { seq: line.event.seq } : { article: line.article.id };
}

/** Numbers of tickets that the first mail of this one refers to (A06). */
export function readMentions(db: Database): number[] {
  return mentionEvents(db, (query) => query.all()).flatMap(({ fact }) => (fact.kind === 'mentions' ? [fact.number] : []));
}

const mentionEvents = prepared((db) => db.select().from(schema.events).where(sql`${schema.events.fact} ->> 'kind' = 'mentions'`).orderBy(asc(schema.events.seq)));

type Walk = { kind: 'down' | 'up'; place: Place | null; with: boolean };

function startOf(db: Database, part: Part): Place | null {
  switch (part.kind) {
    case 'newest':
      return null;
    case 'before':
    case 'after':
      return part.place;
    case 'from': {
      const isIt = sql`${schema.events.fact} ->> 'id' = ${part.article}`;
      const event = db.select({ seq: schema.events.seq }).from(schema.events).where(isIt).get();
      if (event !== undefined) return { seq: event.seq };
      const came = db.select({ id: schema.articles.id }).from(schema.articles).where(eq(schema.articles.id, part.article)).get();
      return came === undefined ? null : { article: came.id };
    }
  }
}

/** Lines as long as the page has room. `older`: the reader may see another one behind. */
function taken(all: Iterable<Line>, may: (line: Line) => boolean): { lines: Line[]; older: boolean } {
  const lines: Line[] = [];
  let articles = 0;
  for (const line of all) {
    if (!may(line)) continue;
    if (articles === ARTICLES_A_PAGE || lines.length === LINES_A_PAGE) return { lines, older: true };
    lines.push(line);
    if (line.article !== null) articles += 1;
  }
  return { lines, older: false };
}

function isAny(all: Iterable<Line>, may: (line: Line) => boolean): boolean {
  for (const line of all) if (may(line)) return true;
  return false;
}

/** From a place on, one way. Where tickets were merged, only the whole gives the order; then every event is read, but no text. */
function walk(db: Database, way: Walk): Iterable<Line> {
  const came = readCame(db);
  return came.length === 0 ? ownLines(db, way) : inOrder(db, came, way);
}

function* ownLines(db: Database, { kind, place, with: inclusive }: Walk): Generator<Line> {
  const start = place === null ? NEWEST : 'seq' in place ? place.seq : 0;
  let beyond = inclusive ? start + (kind === 'down' ? 1 : -1) : start;
  for (;;) {
    const lines = readOwn(db, kind, beyond);
    yield* lines;
    const last = lines.at(-1);
    if (last === undefined || lines.length < EVENTS_A_READ) return;
    beyond = last.event.seq;
  }
}

function inOrder(db: Database, came: CameLine[], { kind, place, with: inclusive }: Walk): Line[] {
  const runs: Line[][] = [...Map.groupBy(came, (line) => line.path).values()];
  const whole = inOneOrder<Line>([readOwn(db, 'down', NEWEST, ALL), ...runs], (line) => line.at);
  const at = place === null ? -1 : whole.findIndex((line) => isAt(line, place));
  if (place !== null && at < 0) return kind === 'down' ? whole : [];
  const skipped = inclusive || place === null ? 0 : 1;
  return kind === 'down' ? whole.slice(Math.max(at, 0) + skipped) : whole.slice(0, at + 1 - skipped).toReversed();
}

function isAt(line: Line, place: Place): boolean {
  return 'seq' in place ? line.kind === 'own' && line.event.seq === place.seq : line.kind === 'came' && line.article.id === place.article;
}

type CameLine = Extract<Line, { kind: 'came' }> & { path: string };

/** Newest first. */
function readCame(db: Database): CameLine[] {
  return cameArticles(db, (query) => query.all()).map((row) => ({ kind: 'came', at: row.at, article: { id: row.id, kind: row.kind, automatic: row.automatic, state: row.state }, path: row.path.join('/') }));
}

const cameArticles = prepared((db) => {
  const { id, kind, automatic, state, at, path } = schema.articles;
  return db.select({ id, kind, automatic, state, at, path }).from(schema.articles).where(ne(path, [])).orderBy(desc(id));
});

function readOwn(db: Database, kind: Walk['kind'], beyond: number, most = EVENTS_A_READ): Extract<Line, { kind: 'own' }>[] {
  const rows = (kind === 'down' ? eventsBefore : eventsAfter)(db, (query) => query.all({ beyond, most }));
  return rows.map(({ article, by, byName, ...event }) => ({ kind: 'own', at: event.at, event: { ...event, by: by === null ? null : { address: by, name: byName } }, article }));
}

const beyond = sql.placeholder('beyond');
const eventsBefore = prepared((db) => selectEvents(db).where(lt(schema.events.seq, beyond)).orderBy(desc(schema.events.seq)).limit(sql.placeholder('most')));
const eventsAfter = prepared((db) => selectEvents(db).where(gt(schema.events.seq, beyond)).orderBy(asc(schema.events.seq)).limit(sql.placeholder('most')));

function selectEvents(db: Database) {
  const { id, kind, automatic, state } = schema.articles;
  return db
    .select({ ...getTableColumns(schema.events), article: { id, kind, automatic, state } })
    .from(schema.events)
    .leftJoin(schema.articles, eq(id, sql`${schema.events.fact} ->> 'id'`));
}
