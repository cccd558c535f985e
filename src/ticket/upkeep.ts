/** What the upkeep of the desk asks of a ticket, beside what people and mails do. */

import type { Merging } from './merging.ts';
import { queueRefresh, registerAnew } from './outbox-store.ts';
import { tellSearchAnew } from './search-store.ts';

/** `indexAnew`: tell the ticket index all there is. */
export type Upkeep = { kind: 'indexAnew' };

/** `missing`: there is no ticket here. */
export type Upkept = { kind: 'done' } | { kind: 'missing' };

export async function upkeep(merging: Merging, asked: Upkeep): Promise<Upkept> {
  switch (asked.kind) {
    case 'indexAnew':
      return indexAnew(merging);
  }
}

function indexAnew({ atOnce, ticket, db }: Merging): Upkept {
  return atOnce((): Upkept => {
    const here = ticket();
    if (here === null) return { kind: 'missing' };
    registerAnew(db);
    tellSearchAnew(db);
    queueRefresh(db, here.version, Date.now());
    return { kind: 'done' };
  });
}
