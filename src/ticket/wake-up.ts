import type { Instant } from '../rules/ticket.ts';

/** Sets the object's one alarm to `at`, or earlier if it is set so already. null: nothing is due. */
export async function wakeAt(storage: DurableObjectStorage, at: Instant | null): Promise<void> {
  if (at === null) return;
  const set = await storage.getAlarm();
  if (set === null || set > at) await storage.setAlarm(at);
}
