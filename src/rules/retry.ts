/** When a letter that did not get away is tried again (SO06). */

import type { Instant } from './ticket.ts';

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

/** How long a letter of unknown fate waits for news before it is sent again, marked as possibly sent twice. */
export const DOUBT_MS = 15 * 60_000;

/** Longer than anything waits to be sent. */
const LONGEST_REST_MS = 2 * LONGEST_WAIT_MS;

/** Whether a clock that was wrong wrote this: nothing is due so late. */
export function isImpossible(dueAt: Instant, at: Instant): boolean {
  return dueAt > at + LONGEST_REST_MS;
}

/** Whether a letter is due, or says so for a time that nothing waits for. */
export function isDue(dueAt: Instant, at: Instant): boolean {
  return dueAt <= at || isImpossible(dueAt, at);
}

/**
 * The instant of the next try after `attempts` failed ones: 10 s, 30 s, 90 s … up to an hour, spread by `chance` (0 to 1) so
 * that a whole desk does not retry at once. null after 24 hours: the letter has failed.
 */
export function nextTry(attempts: number, times: { createdAt: Instant; at: Instant; chance: number }): Instant | null {
  if (times.at - times.createdAt >= GIVE_UP_AFTER_MS) return null;
  const wait = Math.min(FIRST_WAIT_MS * 3 ** Math.max(0, attempts - 1), LONGEST_WAIT_MS);
  return times.at + Math.round(wait * (0.9 + 0.2 * times.chance));
}
