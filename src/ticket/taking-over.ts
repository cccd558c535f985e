/** The survivor's side of a merge: takes over what another ticket has, and gives it back. Repeating changes nothing. */

import { giveBack as givingBack, takeOver as takingOver, type Takeover } from '../rules/merge.ts';
import type { Instant, Person } from '../rules/ticket.ts';
import { addDraft } from './draft-store.ts';
import * as merges from './merge-store.ts';
import type { Merging } from './merging.ts';

/** `moved`: this ticket is part of another by now, which is to take over. */
export type TakeoverAnswer = { kind: 'taken' } | { kind: 'moved'; to: number };

/** What came by `path` leaves. `merge`: the event of the ticket that asks. */
export type GivenBack = { path: number[]; merge: number; by: Person; at: Instant };

export function takeOver(merging: Merging, from: Takeover): TakeoverAnswer {
  return merging.atOnce((): TakeoverAnswer => {
    const ticket = merging.ticket();
    if (ticket === null) throw new Error(`Ticket ${from.number} was merged into one that does not exist`);
    if (ticket.mergedInto !== null) return { kind: 'moved', to: ticket.mergedInto };
    const known = merges.readTakeover(merging.db, from.number);
    if (known !== null && (known.merge > from.merge || (known.merge === from.merge && known.gone))) return { kind: 'taken' };
    const begun = known?.merge === from.merge;
    const base = begun ? known.base : ticket.articleCount;
    if (!begun) {
      merging.record(takingOver(ticket, from), from.by, from.at);
      merges.keepTakeover(merging.db, { number: from.number, merge: from.merge, base, gone: false });
      for (const { by, byName, ...draft } of from.drafts) addDraft(merging.db, { address: by, name: byName }, { ...draft, seen: base + draft.seen });
    }
    merges.copyArticles(merging.db, from, base);
    return { kind: 'taken' };
  });
}

/** If this ticket became part of another meanwhile, that one has copies too and is told. */
export function giveBack(merging: Merging, given: GivenBack): void {
  const { path, by, at } = given;
  merging.atOnce(() => {
    const ticket = merging.ticket();
    if (ticket === null || !isHere(merging, given)) return;
    const cameWith = merges.peopleBy(merging.db, path);
    const dropped = merges.dropArticles(merging.db, path);
    if (!dropped && cameWith.length === 0 && path.length > 1) return;
    const merge = merging.record(givingBack(ticket, path, cameWith), by, at);
    if (ticket.mergedInto === null || merge === null) return;
    merges.queueHandover(merging.db, { kind: 'giveBack', to: ticket.mergedInto, merge, path: [ticket.number, ...path], by: by.address, byName: by.name, at, dueAt: at });
  });
}

/** Whether that very merge is still in force here. What came by a longer way is asked by what is here of it. */
function isHere(merging: Merging, { path, merge }: GivenBack): boolean {
  const [number] = path;
  if (path.length > 1 || number === undefined) return true;
  const known = merges.readTakeover(merging.db, number);
  if (known === null || known.merge !== merge || known.gone) return false;
  merges.keepTakeover(merging.db, { ...known, gone: true });
  return true;
}
