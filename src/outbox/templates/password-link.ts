import type { PasswordFacts } from '../letter-facts.ts';
import { accountLetter } from './account-letter.ts';
import type { Letter } from './letter.ts';
import { wordsFor } from './ticket-letter.ts';

/** The link under which a password is set; who asked for it, and what to do if it was not the reader (S8). */
export function passwordLink(facts: PasswordFacts): Letter {
  const { password: words } = wordsFor(facts);
  return accountLetter(facts, words, [
    { kind: 'words', text: `${facts.first ? words.first(facts.siteName) : words.forgotten(facts.siteName)} ${words.todo}` },
    { kind: 'link', label: words.button, url: facts.url, main: true },
    { kind: 'small', text: words.bounds(facts.minutes) },
    { kind: 'words', text: words.origin(facts.ip) },
  ]);
}
