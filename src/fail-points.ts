/**
 * Places at which a fault test stops or kills the Worker, to prove that nothing is lost and nothing done twice wherever it happens
 * (docs/faults.md). In production nobody listens, and each of them is nothing.
 */

/** In the order in which a mail, and then its letters, come past them. */
export const failPoints = [
  'mail-read',
  'raw-kept',
  'mail-claimed',
  'mail-parsed',
  'file-kept',
  'number-claimed',
  'ticket-migrated',
  'recording',
  'recorded',
  'index-refreshed',
  'ticket-answered',
  'mail-finished',
  'letter-marked',
  'letter-handed-over',
] as const;

/** Past which the work of upkeep comes, once for every ticket or mail that it goes through. */
export const upkeepPoints = ['ticket-exported', 'ticket-restored', 'ticket-told-index', 'mail-forgotten', 'ticket-readdressed'] as const;

export type FailPoint = (typeof failPoints)[number] | (typeof upkeepPoints)[number];

/** Those within a transaction, where nothing can be awaited. */
export const pointsAtOnce: FailPoint[] = ['ticket-migrated', 'recording'];

/** `reachedAtOnce` is asked at those within a transaction. Either may throw. */
export type FailPointListener = { reached: (point: FailPoint) => Promise<void>; reachedAtOnce: (point: FailPoint) => void };

let listener: FailPointListener | null = null;

/** Called by the Worker of the fault tests, and by nothing else. */
export function listenAtFailPoints(listening: FailPointListener): void {
  listener = listening;
}

export async function failPoint(point: FailPoint): Promise<void> {
  if (listener !== null) await listener.reached(point);
}

export function failPointAtOnce(point: FailPoint): void {
  listener?.reachedAtOnce(point);
}
