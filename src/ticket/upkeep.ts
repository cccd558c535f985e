/** What the upkeep of the desk asks of a ticket, beside what people and mails do. */

import type { RowPlace, TicketLine } from '../rules/exported.ts';
import type { Reading } from '../rules/read-again.ts';
import type { Readdressing } from '../rules/readdressing.ts';
import type { Article, Instant } from '../rules/ticket.ts';
import { tellEverOnAnew } from './ever-on-store.ts';
import { tellTroublesAnew } from './letter-trouble-store.ts';
import type { Here } from './live.ts';
import type { Merging } from './merging.ts';
import { migrateTables } from './migrating.ts';
import { queueRefresh, registerAnew } from './outbox-store.ts';
import { readdress } from './readdressing.ts';
import { articleOf, readAnewHere } from './reading-anew.ts';
import { putRows, readRows, stopLetters } from './rows-store.ts';
import { tellSearchAnew } from './search-store.ts';
import { readOpenedBy } from './ticket-store.ts';

/**
 * `indexAnew`: tell the ticket index all there is. `readdress`: somebody has another address, or is erased. `rows`: the next rows of its tables, for
 * an export; `from` null: the first. `restore`: rows of an export, put back where no ticket is yet; the same again changes nothing. `articleOf`: what
 * came by this mail. `readAgain`: it reads so today.
 */
export type Upkeep =
  | { kind: 'indexAnew' }
  | { kind: 'readdress'; asked: Readdressing; at: Instant }
  | { kind: 'rows'; from: RowPlace | null }
  | { kind: 'restore'; lines: TicketLine[] }
  | { kind: 'articleOf'; intake: string }
  | { kind: 'readAgain'; article: number; reading: Reading; at: Instant };

/** `missing`: there is no ticket here, or not what was asked for. `mergedInto`: another ticket has it. `unchanged`: there was nothing to do, as when it is asked again. `stopped`: letters that still waited, and are not sent by themselves now. */
export type Upkept =
  | { kind: 'done' }
  | { kind: 'unchanged' }
  | { kind: 'missing' }
  | { kind: 'rows'; lines: TicketLine[]; next: RowPlace | null }
  | { kind: 'restored'; openedBy: string | null; stopped: number }
  | { kind: 'article'; article: Article }
  | { kind: 'mergedInto'; number: number };

export async function upkeep(merging: Merging & Here, asked: Upkeep): Promise<Upkept> {
  switch (asked.kind) {
    case 'indexAnew':
      return indexAnew(merging);
    case 'readdress':
      return readdressHere(merging, asked.asked, asked.at);
    case 'rows':
      return merging.ticket() === null ? { kind: 'missing' } : { kind: 'rows', ...readRows(merging.db, asked.from) };
    case 'restore':
      return restore(merging, asked.lines);
    case 'articleOf':
    case 'readAgain':
      return merging.atOnce((): Upkept => {
        const here = merging.ticket();
        if (here === null) return { kind: 'missing' };
        return asked.kind === 'articleOf' ? articleOf(merging.db, here, asked.intake) : { kind: readAnewHere(merging.db, here, asked) };
      });
  }
}

function indexAnew({ atOnce, ticket, db }: Merging): Upkept {
  return atOnce((): Upkept => {
    const here = ticket();
    if (here === null) return { kind: 'missing' };
    tellAll(db, here.version);
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

/** The letters are stopped in the same step, so that no alarm can find one. */
function restore({ atOnce, ticket, db, ctx }: Merging & Here, lines: TicketLine[]): Upkept {
  return atOnce((): Upkept => {
    migrateTables(ctx.storage);
    putRows(db, lines);
    const stopped = stopLetters(db, Date.now());
    const here = ticket();
    if (here !== null) tellAll(db, here.version);
    return { kind: 'restored', openedBy: readOpenedBy(db), stopped };
  });
}

function tellAll(db: Merging['db'], version: number): void {
  registerAnew(db);
  tellSearchAnew(db);
  tellEverOnAnew(db);
  tellTroublesAnew(db);
  queueRefresh(db, version, Date.now());
}
