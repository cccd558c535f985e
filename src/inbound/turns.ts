/** Large mails one after the other: reading one takes twice its size, and an isolate has 128 MB for everything it does at once (SP07). */

const LARGE_BYTES = 8 * 1024 * 1024;
/** Longer than any mail takes. Whoever had the turn before may have been ended by the runtime without a word. */
const LONGEST_WAIT_MS = 60_000;

let last: Promise<unknown> = Promise.resolve();

/** Does `work` for a mail of `size` bytes: at once if it is small, else when all large ones before it are done or have had a minute. */
export async function inTurn<T>(size: number, work: () => Promise<T>, longestWaitMs = LONGEST_WAIT_MS): Promise<T> {
  if (size < LARGE_BYTES) return work();
  const before = last;
  const { promise: done, resolve } = Promise.withResolvers<void>();
  last = done;
  try {
    await Promise.race([before, scheduler.wait(longestWaitMs)]);
    return await work();
  } finally {
    resolve();
  }
}
