import type { AccountNoticeFacts } from '../letter-facts.ts';
import { accountLetter } from './account-letter.ts';
import type { Block, Letter } from './letter.ts';
import { wordsFor } from './ticket-letter.ts';

/**
 * Says what changed about the reader's way in, and what to do if they did not want it (SW09). From where is said of what only they can have
 * done: an admin's address is nobody's business.
 */
export function accountNotice(facts: AccountNoticeFacts): Letter {
  const { accountNotice: words } = wordsFor(facts);
  const change: Block = { kind: 'words', text: words.changes[facts.change] };
  if (facts.change === 'factorsRemoved') return accountLetter(facts, { ...words, notYou: words.notAsked }, [change]);
  return accountLetter(facts, words, [change, { kind: 'words', text: words.origin(facts.ip) }]);
}
