import type { LinkFacts } from '../letter-facts.ts';
import { accountLetter } from './account-letter.ts';
import type { Letter } from './letter.ts';
import { wordsFor } from './ticket-letter.ts';

/** The link that signs in; who asked for it, and what to do if it was not the reader. */
export function signInLink(facts: LinkFacts): Letter {
  const { signInLink: words, password } = wordsFor(facts);
  return accountLetter(facts, words, [
    { kind: 'words', text: words.what(facts.siteName) },
    { kind: 'link', label: words.button, url: facts.url, main: true },
    { kind: 'small', text: password.bounds(facts.minutes) },
    { kind: 'words', text: password.origin(facts.ip) },
  ]);
}
