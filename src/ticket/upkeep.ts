/** What the upkeep of the desk asks of a ticket, beside what people and mails do. */

import type { Readdressing } from '../rules/readdressing.ts';
import type { Instant } from '../rules/ticket.ts';
import { tellEverOnAnew } from './ever-on-store.ts';
import { tellTroublesAnew } from './letter-trouble-store.ts';
import type { Merging } from './merging.ts';
import { queueRefresh, registerAnew } from './outbox-store.ts';
import { readdress } from './readdressing.ts';
import { tellSearchAnew } from './search-store.ts';

/** `indexAnew`: tell the ticket index all there is. `readdress`: somebody has another address, or is erased. */
export type Upkeep = { kind: 'indexAnew' } | { kind: 'readdress'; asked: Readdressing; at: Instant };

/** `missing`: there is no ticket here. `unchanged`: there was nothing to do, as when it is asked again. */
export type Upkept = { kind: 'done' } | { kind: 'unchanged' } | { kind: 'missing' };

export async function upkeep(merging: Merging, asked: Upkeep): Promise<Upkept> {
  switch (asked.kind) {
    case 'indexAnew':
      return indexAnew(merging);
    case 'readdress':
      return readdressHere(merging, asked.asked, asked.at);
  }
}

function indexAnew({ atOnce, ticket, db }: Merging): Upkept {
  return atOnce((): Upkept => {
    const here = ticket();
    if (here === null) return { kind: 'missing' };
    registerAnew(db);
    tellSearchAnew(db);
    tellEverOnAnew(db);
    tellTroublesAnew(db);
    queueRefresh(db, here.version, Date.now());
    return { kind: 'done' };
  });
}

function readdressHere({ atOnce, ticket, db }: Merging, asked: Readdressing, at: Instant): Upkept {
  return atOnce((): Upkept => {
    const here = ticket();
    if (here === null) return { kind: 'missing' };
    return { kind: readdress(db, here, asked, at) ? 'done' : 'unchanged' };
  });
}
