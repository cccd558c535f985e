import type { DoorNoticeFacts } from '../letter-facts.ts';
import { accountLetter } from './account-letter.ts';
import type { Letter } from './letter.ts';
import { wordsFor } from './ticket-letter.ts';

/** A mail in the reader's name was not taken as theirs, and why (A07). Nothing of it is here: it may be forged. */
export function doorNotice(facts: DoorNoticeFacts): Letter {
  const { doorNotice: words } = wordsFor(facts);
  return accountLetter(facts, words, [
    { kind: 'words', text: words.what },
    { kind: 'words', text: words.reasons[facts.reason] },
    { kind: 'link', label: words.button, url: facts.url, main: true },
  ]);
}
