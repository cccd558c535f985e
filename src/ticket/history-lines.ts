/** A part of the history, read without the rest: however long the ticket, its page costs the same. */

import { asc, desc, eq, getTableColumns, gt, gte, lt, ne, sql, type SQL } from 'drizzle-orm';
import { inOneOrder } from '../rules/one-order.ts';
import type { Part, Place } from '../rules/page.ts';
import type { Article, Instant, TicketEvent } from '../rules/ticket.ts';
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
  const mentions = sql`${schema.events.fact} ->> 'kind' = 'mentions'`;
  return db.select().from(schema.events).where(mentions).orderBy(asc(schema.events.seq)).all().flatMap(({ fact }) => (fact.kind === 'mentions' ? [fact.number] : []));
}

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
  const { seq } = schema.events;
  const down = kind === 'down';
  const start = place === null ? Number.MAX_SAFE_INTEGER : 'seq' in place ? place.seq : 0;
  let where = inclusive ? (down ? lt(seq, start + 1) : gte(seq, start)) : down ? lt(seq, start) : gt(seq, start);
  for (;;) {
    const lines = readOwn(db, where, down ? desc(seq) : asc(seq));
    yield* lines;
    const last = lines.at(-1);
    if (last === undefined || lines.length < EVENTS_A_READ) return;
    where = down ? lt(seq, last.event.seq) : gt(seq, last.event.seq);
  }
}

function inOrder(db: Database, came: CameLine[], { kind, place, with: inclusive }: Walk): Line[] {
  const runs: Line[][] = [...Map.groupBy(came, (line) => line.path).values()];
  const whole = inOneOrder<Line>([readOwn(db, undefined, desc(schema.events.seq), -1), ...runs], (line) => line.at);
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
  const { id, kind, automatic, state, at, path } = schema.articles;
  const rows = db.select({ id, kind, automatic, state, at, path }).from(schema.articles).where(ne(path, [])).orderBy(desc(id)).all();
  return rows.map((row) => ({ kind: 'came', at: row.at, article: { id: row.id, kind: row.kind, automatic: row.automatic, state: row.state }, path: row.path.join('/') }));
}

function readOwn(db: Database, where: SQL | undefined, order: SQL, limit = EVENTS_A_READ): Extract<Line, { kind: 'own' }>[] {
  const { id, kind, automatic, state } = schema.articles;
  const rows = db
    .select({ ...getTableColumns(schema.events), article: { id, kind, automatic, state } })
    .from(schema.events)
    .leftJoin(schema.articles, eq(id, sql`${schema.events.fact} ->> 'id'`))
    .where(where)
    .orderBy(order)
    .limit(limit)
    .all();
  return rows.map(({ article, by, byName, ...event }) => ({ kind: 'own', at: event.at, event: { ...event, by: by === null ? null : { address: by, name: byName } }, article }));
}
