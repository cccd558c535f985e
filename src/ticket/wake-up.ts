import type { Instant } from '../rules/ticket.ts';

/** How long the outbox rests after a fault that is not a letter's own. */
export const AFTER_FAULT_MS = 30_000;

/**
 * Sets the object's one alarm; null: nothing is due. Nothing may be awaited between the rows that are due and this call: then both are one
 * commit, and no crash leaves letters that nobody wakes up for.
 */
export async function wakeAt(storage: DurableObjectStorage, at: Instant | null): Promise<void> {
  if (at !== null) await storage.setAlarm(at);
}
