import type { Instant } from '../rules/ticket.ts';

/** How long the outbox rests after a fault that is not a letter's own. */
export const AFTER_FAULT_MS = 30_000;

/** Sets the object's one alarm to `at`, or earlier if it is set so already. null: nothing is due. */
export async function wakeAt(storage: DurableObjectStorage, at: Instant | null): Promise<void> {
  if (at === null) return;
  const set = await storage.getAlarm();
  if (set === null || set > at) await storage.setAlarm(at);
}
