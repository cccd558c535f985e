import { cleanSubject } from '../../rules/clean.ts';
import type { LinkFacts } from '../letter-facts.ts';
import type { Letter } from './letter.ts';
import { deskLine, wordsFor } from './ticket-letter.ts';

/** The link that signs in; who asked for it, and what to do if it was not the reader. */
export function signInLink(facts: LinkFacts): Letter {
  const { signInLink: words, password, frame } = wordsFor(facts);
  return {
    language: facts.language,
    subject: cleanSubject(words.subject(facts.siteName)),
    siteName: facts.siteName,
    corner: '',
    heading: words.heading,
    blocks: [
      { kind: 'words', text: frame.greeting('') },
      { kind: 'words', text: words.what(facts.siteName) },
      { kind: 'link', label: words.button, url: facts.url, main: true },
      { kind: 'small', text: password.bounds(facts.minutes) },
      { kind: 'words', text: password.origin(facts.ip) },
      { kind: 'notice', text: words.notYou(facts.helpContact) },
    ],
    footer: [words.why(facts.to), deskLine(facts.siteName, facts.helpContact)],
  };
}
