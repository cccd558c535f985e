import type { Instant } from './ticket.ts';

/**
 * The items of several runs as one, newest first. Each run is newest first already and keeps its order, whatever its clock
 * says; only between runs time decides. Runs are few.
 */
export function inOneOrder<Item>(runs: Item[][], at: (item: Item) => Instant): Item[] {
  const places = runs.map(() => 0);
  const merged: Item[] = [];
  for (;;) {
    const heads = runs.flatMap((run, index) => {
      const item = run[places[index] ?? 0];
      return item === undefined ? [] : [{ item, index }];
    });
    const [first, ...rest] = heads;
    if (first === undefined) return merged;
    const newest = rest.reduce((best, head) => (at(head.item) > at(best.item) ? head : best), first);
    merged.push(newest.item);
    places[newest.index] = (places[newest.index] ?? 0) + 1;
  }
}
