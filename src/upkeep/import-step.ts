/**
 * Reads an export that waits under `import/` into a desk that nobody has used, step by step. Letters that had not left are not sent, but shown on
 * their tickets for agents to decide (SR6). Lists and search are filled as each ticket is put back.
 */

import * as v from 'valibot';
import { dropFirstQueue, isUnused, keepNumbers, putStored, storedTables } from '../directory/stored-tables.ts';
import { failPoint } from '../fail-points.ts';
import { inGroups } from '../in-groups.ts';
import { EXPORT_FORMAT, type TicketLine } from '../rules/exported.ts';
import { storedRow } from '../stored-rows.ts';
import { ticketOf } from '../ticket/tickets.ts';
import { aboutKey, fromLines, IMPORT, tablePageKey, ticketPieceKey, ticketsPrefix } from './export-keys.ts';
import { aboutExport } from './export-run.ts';

const TICKETS_A_STEP = 60;
const TOGETHER = 4;
const FIRST_PIECE = '/0001.jsonl';

const whole = v.pipe(v.number(), v.integer());

/** Where it goes on. `look`: whether the desk may take anything in, before anything waits to be read. */
export const importPlace = v.variant('part', [
  v.object({ part: v.literal('look') }),
  v.object({ part: v.literal('begin') }),
  v.object({ part: v.literal('table'), table: v.string(), page: whole }),
  v.object({ part: v.literal('tickets'), after: v.string() }),
  v.object({ part: v.literal('clear') }),
]);
export type ImportPlace = v.InferOutput<typeof importPlace>;

/** `stopped`: tickets with letters that still waited. `next` null: that was the last step. */
export type Imported = { next: ImportPlace | null; rows: number; tickets: number; stopped: number[] } | { refused: 'used' | 'noExport' };

const nothing = { rows: 0, tickets: 0, stopped: [] };

/** Repeating a step changes nothing. Throws if a later release wrote the export, or if a ticket is there that is another. */
export async function importStep(env: Env, at: ImportPlace): Promise<Imported> {
  switch (at.part) {
    case 'look':
      return (await isUnused(env.DB)) ? { ...nothing, next: { part: 'begin' } } : { refused: 'used' };
    case 'begin':
      return begin(env);
    case 'table':
      return importPage(env, at);
    case 'tickets':
      return importTickets(env, at.after);
    case 'clear':
      return clear(env);
  }
}

async function begin(env: Env): Promise<Imported> {
  const kept = await env.BYTES.get(aboutKey(IMPORT));
  if (kept === null) return { refused: 'noExport' };
  v.parse(aboutExport, await kept.json());
  if (!(await isUnused(env.DB))) return { refused: 'used' };
  await dropFirstQueue(env.DB);
  return { ...nothing, next: { part: 'table', table: storedTables[0] ?? '', page: 1 } };
}

async function importPage(env: Env, { table, page }: Extract<ImportPlace, { part: 'table' }>): Promise<Imported> {
  const kept = await env.BYTES.get(tablePageKey(IMPORT, table, page));
  if (kept === null) {
    const following = storedTables[storedTables.indexOf(table) + 1];
    return { ...nothing, next: following === undefined ? { part: 'tickets', after: '' } : { part: 'table', table: following, page: 1 } };
  }
  const rows = v.parse(v.array(storedRow), fromLines(await kept.text()));
  await putStored(env.DB, table, rows);
  return { ...nothing, rows: rows.length, next: { part: 'table', table, page: page + 1 } };
}

async function importTickets(env: Env, after: string): Promise<Imported> {
  const { objects, truncated } = await env.BYTES.list({ prefix: ticketsPrefix(IMPORT), ...(after === '' ? {} : { startAfter: after }), limit: TICKETS_A_STEP });
  const numbers = objects.filter(({ key }) => key.endsWith(FIRST_PIECE)).map(({ key }) => Number(key.slice(ticketsPrefix(IMPORT).length, -FIRST_PIECE.length)));
  const restored = await inGroups(numbers, TOGETHER, (number) => importTicket(env, number));
  await keepNumbers(env.DB, restored);
  const next: ImportPlace = truncated ? { part: 'tickets', after: objects.at(-1)?.key ?? '' } : { part: 'clear' };
  return { next, rows: 0, tickets: restored.length, stopped: restored.filter((one) => one.stopped > 0).map(({ number }) => number) };
}

const head = v.object({ format: v.literal(EXPORT_FORMAT, 'The export is of a later release than this desk'), ticket: whole, piece: whole, last: v.boolean() });
const line = v.object({ table: v.string(), row: storedRow });

async function importTicket(env: Env, number: number): Promise<{ number: number; claimedBy: string; stopped: number }> {
  let stopped = 0;
  for (let piece = 1; ; piece += 1) {
    const { last, lines } = await readPiece(env.BYTES, number, piece);
    const answer = await ticketOf(env, number).upkeep({ kind: 'restore', lines });
    if (answer.kind !== 'restored' || answer.openedBy === null) throw new Error(`Ticket ${number} could not be put back`);
    await failPoint('ticket-restored');
    stopped += answer.stopped;
    if (last) return { number, claimedBy: answer.openedBy, stopped };
  }
}

async function readPiece(bucket: R2Bucket, number: number, piece: number): Promise<{ last: boolean; lines: TicketLine[] }> {
  const kept = await bucket.get(ticketPieceKey(IMPORT, number, piece));
  if (kept === null) throw new Error(`Piece ${piece} of ticket ${number} is missing in the export`);
  const [first, ...rest] = fromLines(await kept.text());
  const { ticket, last } = v.parse(head, first);
  if (ticket !== number) throw new Error(`The export has ticket ${ticket} in the place of ${number}`);
  return { last, lines: v.parse(v.array(line), rest) };
}

/** What was read is not needed any more. */
async function clear(env: Env): Promise<Imported> {
  const { objects, truncated } = await env.BYTES.list({ prefix: `${IMPORT}/` });
  if (objects.length > 0) await env.BYTES.delete(objects.map(({ key }) => key));
  return { ...nothing, next: truncated ? { part: 'clear' } : null };
}
