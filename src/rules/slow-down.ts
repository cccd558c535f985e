/** How whoever guesses passwords or codes is slowed: longer with each try, and never locked out (SW06). */

import type { Instant } from './ticket.ts';

/** What is remembered of the tries at one account or from one network. */
export type Tries = {
  /** Tries since `since` that did not succeed. */
  failed: number;
  since: Instant;
  /** Until then one try after the other is put off. */
  freeAt: Instant;
};

/** So many tries within `windowMs` cost nothing; the ones after them wait. */
export type TryLimit = { free: number; windowMs: number };

const MINUTE_MS = 60_000;
export const accountLimit: TryLimit = { free: 10, windowMs: 15 * MINUTE_MS };
export const networkLimit: TryLimit = { free: 50, windowMs: 15 * MINUTE_MS };
export const codeLimit: TryLimit = { free: 5, windowMs: 5 * MINUTE_MS };

const FIRST_WAIT_MS = 500;
const LONGEST_STEP_MS = 16_000;
/** Nobody looks at a page that long; they are told when to come back. */
const LONGEST_WAIT_MS = 30_000;

/** `go`: after so many milliseconds; the try counts as failed until it succeeds. `later`: not now, and it does not count. */
export type Turn = { kind: 'go'; waitMs: number; tries: Tries } | { kind: 'later'; retryAfterMs: number; tries: Tries };

/**
 * When a try at `at` may go ahead. Tries that wait stand in line, so that many at once are no faster than one after the other.
 * `before` null: none is remembered.
 */
export function takeTurn(before: Tries | null, limit: TryLimit, at: Instant): Turn {
  const tries = before === null || at - before.since >= limit.windowMs ? { failed: 0, since: at, freeAt: at } : before;
  const over = tries.failed + 1 - limit.free;
  if (over <= 0) return { kind: 'go', waitMs: 0, tries: { ...tries, failed: tries.failed + 1 } };

  const step = Math.min(LONGEST_STEP_MS, FIRST_WAIT_MS * 2 ** Math.min(over - 1, 10));
  const freeAt = Math.max(at, tries.freeAt) + step;
  if (freeAt - at > LONGEST_WAIT_MS) return { kind: 'later', retryAfterMs: freeAt - at, tries };
  return { kind: 'go', waitMs: freeAt - at, tries: { ...tries, failed: tries.failed + 1, freeAt } };
}

/** The IPv6 network of /64 that an address is in, as one house has it; an IPv4 address itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('::', 2);
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...gap, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
