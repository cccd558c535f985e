import type { DoorNoticeFacts } from '../letter-facts.ts';
import { accountLetter } from './account-letter.ts';
import type { Block, Letter } from './letter.ts';
import { wordsFor } from './ticket-letter.ts';

/** A mail in the reader's name was not taken as theirs, and why (A07). Nothing of it is here: it may be forged. */
export function doorNotice(facts: DoorNoticeFacts): Letter {
  const { doorNotice: words } = wordsFor(facts);
  return accountLetter(facts, words, [
    { kind: 'words', text: words.what },
    { kind: 'words', text: words.reasons[facts.reason] },
    ...link(facts),
  ]);
}

/** None for whom the door does not show it. */
function link(facts: DoorNoticeFacts): Block[] {
  return facts.url === null ? [] : [{ kind: 'link', label: wordsFor(facts).doorNotice.button, url: facts.url, main: true }];
}
