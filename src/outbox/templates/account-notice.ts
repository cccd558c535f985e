import type { AccountNoticeFacts } from '../letter-facts.ts';
import { accountLetter } from './account-letter.ts';
import type { Letter } from './letter.ts';
import { wordsFor } from './ticket-letter.ts';

/** Says what changed about the reader's way in, from where, and what to do if it was not them (SW09). */
export function accountNotice(facts: AccountNoticeFacts): Letter {
  const { accountNotice: words } = wordsFor(facts);
  return accountLetter(facts, words, [
    { kind: 'words', text: words.changes[facts.change] },
    { kind: 'words', text: words.origin(facts.ip) },
  ]);
}
