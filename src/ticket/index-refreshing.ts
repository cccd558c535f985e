/** The outbox's index refresh: the ticket index follows the ticket. */

import type { Filed } from '../directory/intake.ts';
import { failPoint } from '../fail-points.ts';
import { nextTry } from '../rules/retry.ts';
import { refreshIndex } from '../ticket-index/refresh.ts';
import { summarize } from '../ticket-index/summarize.ts';
import { markTold, readUntold } from './ever-on-store.ts';
import { markTroublesTold, readUntoldTroubles } from './letter-trouble-store.ts';
import { markRegistered, readRefresh, readUnregistered, refreshDone, refreshLater } from './outbox-store.ts';
import { markSearched, readUnsearched } from './search-store.ts';
import { readTicket, type Database } from './ticket-store.ts';

/** So that lists are right again soon after the longest outage. */
const LONGEST_WAIT_MS = 45_000;

/**
 * Writes the ticket's present summary to the index if a refresh is due, and along with it where the mail is that was `filed`. Never throws: while
 * the index cannot be written, the row stays and is due again later, and the ticket goes on working. Whether `filed` was written too.
 */
export async function bringIndexUpToDate(db: Database, index: D1Database, filed: Filed | null = null): Promise<boolean> {
  const refresh = readRefresh(db);
  const ticket = refresh === null ? null : readTicket(db);
  if (refresh === null || ticket === null) return false;

  const unregistered = readUnregistered(db);
  const unsearched = readUnsearched(db, ticket);
  const ever = readUntold(db);
  const letters = readUntoldTroubles(db);
  try {
    await refreshIndex(index, summarize(ticket), { named: unregistered.named, ever, searchable: unsearched.searchable, letters, filed });
  } catch (fault) {
    const attempts = refresh.attempts + 1;
    const at = Date.now();
    console.error('The ticket index could not be refreshed', { ticket: ticket.number, attempts, fault });
    // The index is only ever late, never given up: createdAt is now, so that the 24 hours of letters do not count.
    const next = nextTry(attempts, { createdAt: at, at, chance: Math.random() }) ?? at;
    refreshLater(db, attempts, Math.min(next, at + LONGEST_WAIT_MS));
    return false;
  }
  await failPoint('index-refreshed');
  markRegistered(db, unregistered);
  markTold(db, ever);
  markSearched(db, unsearched);
  markTroublesTold(db, letters);
  // What became of letters while the index was written waits for this same refresh.
  if (unsearched.left || readUntoldTroubles(db).length > 0 || readUnregistered(db).letters.length > 0) await bringIndexUpToDate(db, index);
  else refreshDone(db, refresh.version);
  return filed !== null;
}
