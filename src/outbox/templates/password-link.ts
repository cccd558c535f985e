import { cleanSubject } from '../../rules/clean.ts';
import type { PasswordFacts } from '../letter-facts.ts';
import type { Letter } from './letter.ts';
import { deskLine, wordsFor } from './ticket-letter.ts';

/** The link under which a password is set; who asked for it, and what to do if it was not the reader (S8). */
export function passwordLink(facts: PasswordFacts): Letter {
  const { password: words, frame } = wordsFor(facts);
  return {
    language: facts.language,
    subject: cleanSubject(words.subject(facts.siteName)),
    siteName: facts.siteName,
    corner: '',
    heading: words.heading,
    blocks: [
      { kind: 'words', text: frame.greeting('') },
      { kind: 'words', text: `${facts.first ? words.first(facts.siteName) : words.forgotten(facts.siteName)} ${words.todo}` },
      { kind: 'link', label: words.button, url: facts.url, main: true },
      { kind: 'small', text: words.bounds(facts.minutes) },
      { kind: 'words', text: words.origin(facts.ip) },
      { kind: 'notice', text: words.notYou(facts.helpContact) },
    ],
    footer: [words.why(facts.to), deskLine(facts.siteName, facts.helpContact)],
  };
}
