/** Chance that repeats: the same seed gives the same choices (mulberry32). */
export type Chance = {
  /** From 0 to below 1. */
  next: () => number;
  below: (limit: number) => number;
  of: <T>(choices: readonly T[]) => T;
  happens: (share: number) => boolean;
};

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, happens: (share) => next() < share, of: (choices) => chosen(choices, below(choices.length)) };
}

function chosen<T>(choices: readonly T[], at: number): T {
  const choice = choices[at];
  if (choice === undefined) throw new RangeError('No choices');
  return choice;
}
