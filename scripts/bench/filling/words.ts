/** Made-up words that are used as words are: few of them all the time, most of them hardly ever (Zipf), and numbers that stand on one ticket alone. */

import { chance } from '../../../test/support/chance.ts';

/** What a desk's language has, apart from numbers and names. */
const WORDS = 30_000;
/** About one word in six of a real mail's words is among the ten commonest. */
const consonants = [...'bdfghklmnprstvwz'];
const vowels = [...'aiou'];

const vocabulary = [...new Set(madeUp())];

/** The word of this rank, the commonest being 0. The same in every run. */
export function wordAt(rank: number): string {
  return vocabulary[rank] ?? '';
}

/** A word, by how often words are used; `next` is chance, from 0 to below 1. */
export function someWord(next: () => number): string {
  return wordAt(Math.floor(WORDS ** next()) - 1);
}

/** What stands on this ticket alone, such as the number of a device. */
export function serialOf(ticket: number): string {
  return `sn${ticket.toString(36)}x`;
}

function* madeUp(): Generator<string> {
  const { of, below } = chance(1);
  // Some come out twice.
  for (let made = 0; made < WORDS * 1.5; made += 1) {
    yield Array.from({ length: 2 + below(3) }, () => of(consonants) + of(vowels)).join('') + of(consonants);
  }
}
