/** The ticket index, written anew from the ticket objects (decision 5). */

import { numbersAfter } from '../directory/numbers.ts';
import { failPoint } from '../fail-points.ts';
import { inGroups } from '../in-groups.ts';
import { countOutdated, forgetTickets, outdate } from '../ticket-index/outdated.ts';
import { ticketOf } from '../ticket/tickets.ts';

/** Tickets of one step, and those that are asked at the same time. */
const TICKETS_A_STEP = 60;
const TOGETHER = 6;

/** `next`: the number to go on after; null: that was the last. `waiting`: rows whose ticket could not write them yet; it goes on trying by itself. */
export type Rebuilt = { next: number | null; tickets: number; waiting: number };

/**
 * Has the tickets with the next numbers after `after` tell the index all there is, each in transactions of its own: lists stay as they are
 * meanwhile. A number without a ticket loses its rows. Repeating a step changes nothing.
 */
export async function rebuildIndex(env: Env, after: number): Promise<Rebuilt> {
  const numbers = await numbersAfter(env.DB, after, TICKETS_A_STEP);
  await outdate(env.DB, numbers);
  const found = await inGroups(numbers, TOGETHER, async (number) => {
    const { kind } = await ticketOf(env, number).upkeep({ kind: 'indexAnew' });
    await failPoint('ticket-told-index');
    return { number, kind };
  });
  const missing = found.filter(({ kind }) => kind === 'missing').map(({ number }) => number);
  if (missing.length > 0) await forgetTickets(env.DB, missing);
  const next = numbers.length < TICKETS_A_STEP ? null : (numbers.at(-1) ?? null);
  return { next, tickets: numbers.length - missing.length, waiting: next === null ? await countOutdated(env.DB) : 0 };
}
