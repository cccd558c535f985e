import { cleanSubject } from '../../rules/clean.ts';
import type { AccountNoticeFacts } from '../letter-facts.ts';
import type { Letter } from './letter.ts';
import { deskLine, wordsFor } from './ticket-letter.ts';

/** Says what changed about the reader's way in, from where, and what to do if it was not them (SW09). */
export function accountNotice(facts: AccountNoticeFacts): Letter {
  const { accountNotice: words, frame } = wordsFor(facts);
  return {
    language: facts.language,
    subject: cleanSubject(words.subject(facts.siteName)),
    siteName: facts.siteName,
    corner: '',
    heading: words.heading,
    blocks: [
      { kind: 'words', text: frame.greeting('') },
      { kind: 'words', text: words.changes[facts.change] },
      { kind: 'words', text: words.origin(facts.ip) },
      { kind: 'notice', text: words.notYou(facts.helpContact) },
    ],
    footer: [words.why(facts.to), deskLine(facts.siteName, facts.helpContact)],
  };
}
