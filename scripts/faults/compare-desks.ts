/** Whether a desk that imported another one is that desk: bytes, ledger, tickets and index; letters that still waited there are stopped. */

import type { Finding } from './check.ts';
import { isOpen, keptUnder, readDesk, type Stored } from './read-desk.ts';

export type WholeDesk = Stored & { files: Map<string, string> };

/** The desk must not run. */
export function readWholeDesk(state: string): WholeDesk {
  return { ...readDesk(state), files: keptUnder(state, 'files/') };
}

export function compareDesks(before: WholeDesk, after: WholeDesk): Finding[] {
  const letters = before.letters.map((letter) => (isOpen(letter) ? { ...letter, state: 'failed' } : letter));
  return [
    ...differing('raw mail', [...before.raw], [...after.raw]),
    ...differing('file', [...before.files], [...after.files]),
    ...differing('row of the ledger', before.ledger, after.ledger),
    ...differing('event', before.events, after.events),
    ...differing('article', before.articles, after.articles),
    ...differing('letter', letters, after.letters),
    ...differing('ticket', [...before.tickets], [...after.tickets]),
    ...differing('row of the index', [...before.index], [...after.index]),
  ];
}

/** What only one of the two desks has, in whatever order. */
function differing(what: string, before: object[], after: object[]): Finding[] {
  const [was, is] = [new Set(before.map((one) => JSON.stringify(one))), new Set(after.map((one) => JSON.stringify(one)))];
  return [
    ...[...was].filter((one) => !is.has(one)).map((one): Finding => ({ kind: 'lost', what: `${what} ${one} was not imported` })),
    ...[...is].filter((one) => !was.has(one)).map((one): Finding => ({ kind: 'orphan', what: `${what} ${one} was not exported` })),
  ];
}
