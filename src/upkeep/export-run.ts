/** How far an export is, as it is kept from one step to the next. */

import * as v from 'valibot';
import { storedTables } from '../directory/stored-tables.ts';
import { EXPORT_FORMAT, mayReplaceExport } from '../rules/exported.ts';
import type { Instant } from '../rules/ticket.ts';
import { highestNumber } from '../directory/stored-tables.ts';
import { aboutKey, EXPORT } from './export-keys.ts';

const whole = v.pipe(v.number(), v.integer());

/** `since`: of the tickets, only those that changed since then; null: all. `highest`: the desk's highest number when it began. */
export const exportRun = v.object({
  begunAt: whole,
  since: v.nullable(whole),
  highest: whole,
  at: v.variant('part', [
    v.object({ part: v.literal('table'), table: v.string(), page: whole, after: whole }),
    v.object({ part: v.literal('readdressed'), number: whole }),
    v.object({ part: v.literal('readAgain'), number: whole }),
    v.object({ part: v.literal('tickets'), updatedAt: whole, number: whole }),
  ]),
  rows: whole,
  tickets: whole,
});
export type ExportRun = v.InferOutput<typeof exportRun>;

/** What stands about an export beside it, once it is whole. */
export const aboutExport = v.object({ format: v.literal(EXPORT_FORMAT, 'The export is of a later release than this desk'), begunAt: whole, finishedAt: whole, highest: whole, settings: v.record(v.string(), v.unknown()) });
export type AboutExport = v.InferOutput<typeof aboutExport>;

/** News of letters come for some days after a ticket last changed. */
const MARGIN_MS = 7 * 24 * 3_600_000;

/** Begins where the last export ended; `all`: with every ticket. Throws if the desk has lost what that export still has. */
export async function beginExport(env: Env, all: boolean, at: Instant): Promise<ExportRun> {
  const before = await readAbout(env.BYTES);
  const highest = await highestNumber(env.DB);
  if (!mayReplaceExport(highest, before?.highest ?? null)) throw new Error(`The last export knows tickets up to #${before?.highest}, and the desk only up to #${highest}. It is kept as it is, so that the desk can be restored from it (docs/upkeep.md)`);
  const since = all || before === null ? null : before.begunAt - MARGIN_MS;
  return { begunAt: at, since, highest, at: { part: 'table', table: storedTables[0] ?? '', page: 1, after: 0 }, rows: 0, tickets: 0 };
}

async function readAbout(bucket: R2Bucket): Promise<AboutExport | null> {
  const kept = await bucket.get(aboutKey(EXPORT));
  return kept === null ? null : v.parse(aboutExport, await kept.json());
}
