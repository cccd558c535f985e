/** What a ticket does when its alarm rings. */

import { secretsOver } from '../rules/secrets.ts';
import { waitingOver } from '../rules/waiting.ts';
import { settings } from '../settings-of-worker.ts';
import { bringIndexUpToDate } from './index-refreshing.ts';
import { sendLetters } from './letter-sending.ts';
import type { Merging } from './merging.ts';

/**
 * Ends secrets that nobody gave or saw in time, opens the ticket if it has waited long enough, sends what is due, brings the index up to date. Never throws: false if a fault that is not a
 * letter's own ended it, and all that is left is due again later.
 */
export async function drainOutbox({ db, env, atOnce, ticket, record }: Merging): Promise<boolean> {
  try {
    const at = Date.now();
    atOnce(() => {
      const here = ticket();
      if (here !== null) record([...secretsOver(here, at), ...waitingOver(here, at)], null, at);
    });
    await sendLetters(db, env, settings);
    await bringIndexUpToDate(db, env.DB);
    return true;
  } catch (fault) {
    console.error('The outbox could not be drained', { ticket: ticket()?.number, fault });
    return false;
  }
}
