/** What a ticket does when its alarm rings. */

import { staffWanting } from '../directory/people.ts';
import type { Watchful } from '../rules/commands.ts';
import { becomingOverdue } from '../rules/overdue.ts';
import { secretsOver } from '../rules/secrets.ts';
import type { Instant } from '../rules/ticket.ts';
import { waitingOver } from '../rules/waiting.ts';
import { settings } from '../settings-of-worker.ts';
import { bringIndexUpToDate } from './index-refreshing.ts';
import { sendLetters } from './letter-sending.ts';
import type { Merging } from './merging.ts';
import { nextOverdue, readOverdueTold } from './overdue-store.ts';
import type { Database } from './ticket-store.ts';

/**
 * Ends secrets that nobody gave or saw in time, opens the ticket if it has waited long enough, says that it is overdue (L10), sends what is due, brings the index up to date. Never throws: false if a fault that is not a
 * letter's own ended it, and all that is left is due again later.
 */
export async function drainOutbox({ db, env, atOnce, ticket, record }: Merging): Promise<boolean> {
  try {
    const at = Date.now();
    const watchful = await toldOfOverdue(db, env.DB, at);
    atOnce(() => {
      const here = ticket();
      const overdue = here === null || watchful === null ? [] : becomingOverdue(here, readOverdueTold(db), watchful, at);
      if (here !== null) record([...secretsOver(here, at), ...waitingOver(here, at), ...overdue], null, at);
    });
    await sendLetters(db, env, settings);
    await bringIndexUpToDate(db, env.DB);
    return true;
  } catch (fault) {
    console.error('The outbox could not be drained', { ticket: ticket()?.number, fault });
    return false;
  }
}

/** Who wants to hear that the ticket is overdue; null: it is not, or has said so. */
async function toldOfOverdue(db: Database, binding: D1Database, at: Instant): Promise<Watchful[] | null> {
  const from = nextOverdue(db);
  return from === null || from > at ? null : staffWanting(binding, 'overdue');
}
