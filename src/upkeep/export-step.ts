/**
 * Writes the desk to R2 as JSON lines, step by step: its tables whole, and of the tickets those that changed. The tables come first: a mail that the
 * ledger does not call filed yet, though its ticket has it, is recognised there; the other way round it would be missing.
 */

import { ticketsNoted } from '../directory/audit-log.ts';
import { numbersAfter } from '../directory/numbers.ts';
import { readStored, storedTables } from '../directory/stored-tables.ts';
import { failPoint } from '../fail-points.ts';
import { inGroups } from '../in-groups.ts';
import { EXPORT_FORMAT, type RowPlace } from '../rules/exported.ts';
import type { Instant } from '../rules/ticket.ts';
import type { Settings } from '../settings.ts';
import { changedSince, readdressedSince } from '../ticket-index/changed.ts';
import { ticketOf } from '../ticket/tickets.ts';
import { aboutKey, asLines, EXPORT, tablePageKey, ticketPieceKey } from './export-keys.ts';
import type { AboutExport, ExportRun } from './export-run.ts';

const ROWS_A_PAGE = 500;
const TICKETS_A_STEP = 60;
const TOGETHER = 6;
/** Pieces that a ticket may have had before texts were taken out of it. */
const PIECES_LEFT = 20;
const LINES = { httpMetadata: { contentType: 'application/jsonl' } };

/** `whole`: that was the last step. Repeating a step writes the same again. */
export async function exportStep(env: Env, settings: Settings, run: ExportRun, at: Instant): Promise<{ run: ExportRun; whole: boolean }> {
  switch (run.at.part) {
    case 'table':
      return { run: await exportPage(env, run, run.at), whole: false };
    case 'readdressed':
      return { run: await exportReaddressed(env, run, run.at.number), whole: false };
    case 'readAgain':
      return { run: await exportReadAgain(env, run, run.at.number), whole: false };
    case 'tickets': {
      const step = await exportTickets(env, run, run.at);
      if (step.whole) await writeAbout(env, settings, run, at);
      return step;
    }
  }
}

type TablePlace = Extract<ExportRun['at'], { part: 'table' }>;
type TicketPlace = Extract<ExportRun['at'], { part: 'tickets' }>;

async function exportPage(env: Env, run: ExportRun, { table, page, after }: TablePlace): Promise<ExportRun> {
  const { rows, next } = await readStored(env.DB, table, { after, most: ROWS_A_PAGE });
  // The rest of a longer table that was there before.
  if (rows.length === 0) await env.BYTES.delete(tablePageKey(EXPORT, table, page));
  else await env.BYTES.put(tablePageKey(EXPORT, table, page), asLines(rows), LINES);
  const done = { ...run, rows: run.rows + rows.length };
  if (next !== null) return { ...done, at: { part: 'table', table, page: page + 1, after: next } };
  if (rows.length > 0) await env.BYTES.delete(tablePageKey(EXPORT, table, page + 1));
  const following = storedTables[storedTables.indexOf(table) + 1];
  return { ...done, at: following === undefined ? { part: 'readdressed', number: 0 } : { part: 'table', table: following, page: 1, after: 0 } };
}

/** Whose people are others now, or were erased: no export may be the place where they still stand. */
async function exportReaddressed(env: Env, run: ExportRun, after: number): Promise<ExportRun> {
  const found = run.since === null ? [] : await readdressedSince(env.DB, run.since, { after, most: TICKETS_A_STEP });
  const tickets = run.tickets + (await exportAll(env, found));
  return { ...run, tickets, at: found.length < TICKETS_A_STEP ? { part: 'readAgain', number: 0 } : { part: 'readdressed', number: found.at(-1) ?? after } };
}

/** Whose mails read otherwise now, though nobody did anything to them. */
async function exportReadAgain(env: Env, run: ExportRun, after: number): Promise<ExportRun> {
  const found = run.since === null ? [] : await ticketsNoted(env.DB, { action: 'mailReadAgain', since: run.since }, { after, most: TICKETS_A_STEP });
  const tickets = run.tickets + (await exportAll(env, found));
  return { ...run, tickets, at: found.length < TICKETS_A_STEP ? { part: 'tickets', updatedAt: run.since ?? 0, number: 0 } : { part: 'readAgain', number: found.at(-1) ?? after } };
}

/** All tickets are those that have a number, whether the index knows them or not. */
async function exportTickets(env: Env, run: ExportRun, after: TicketPlace): Promise<{ run: ExportRun; whole: boolean }> {
  const found = run.since === null ? (await numbersAfter(env.DB, after.number, TICKETS_A_STEP)).map((number) => ({ number, updatedAt: 0 })) : await changedSince(env.DB, after, TICKETS_A_STEP);
  const tickets = run.tickets + (await exportAll(env, found.map(({ number }) => number)));
  return { run: { ...run, tickets, at: { part: 'tickets', ...(found.at(-1) ?? after) } }, whole: found.length < TICKETS_A_STEP };
}

/** How many of these numbers have a ticket. */
async function exportAll(env: Env, numbers: number[]): Promise<number> {
  return (await inGroups(numbers, TOGETHER, (number) => exportTicket(env, number))).filter((was) => was).length;
}

/** False: no ticket has this number. */
async function exportTicket(env: Env, number: number): Promise<boolean> {
  let from: RowPlace | null = null;
  for (let piece = 1; ; piece += 1) {
    const rows = await rowsOf(env, number, from);
    if (rows === null) return false;
    const last = rows.next === null;
    await env.BYTES.put(ticketPieceKey(EXPORT, number, piece), asLines([{ format: EXPORT_FORMAT, ticket: number, piece, last }, ...rows.lines]), LINES);
    from = rows.next;
    if (!last) continue;
    await env.BYTES.delete(Array.from({ length: PIECES_LEFT }, (_, index) => ticketPieceKey(EXPORT, number, piece + index + 1)));
    await failPoint('ticket-exported');
    return true;
  }
}

async function rowsOf(env: Env, number: number, from: RowPlace | null) {
  const answer = await ticketOf(env, number).upkeep({ kind: 'rows', from });
  return answer.kind === 'rows' ? answer : null;
}

/** Last, so that it speaks of an export that is whole. No secret is among the settings. */
async function writeAbout(env: Env, settings: Settings, { begunAt, highest }: ExportRun, at: Instant): Promise<void> {
  const about: AboutExport = { format: EXPORT_FORMAT, begunAt, finishedAt: at, highest, settings };
  await env.BYTES.put(aboutKey(EXPORT), JSON.stringify(about, null, 2), { httpMetadata: { contentType: 'application/json' } });
}
