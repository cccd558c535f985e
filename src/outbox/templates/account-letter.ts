import { cleanSubject } from '../../rules/clean.ts';
import type { LinkFacts } from '../letter-facts.ts';
import type { Block, Letter } from './letter.ts';
import { deskLine, wordsFor } from './ticket-letter.ts';

type Words = { subject: (siteName: string) => string; heading: string; notYou: (contact: string) => string; why: (address: string) => string };

/** What letters about an account have around what they say: whose it is, and what to do if somebody else was at work. */
export function accountLetter(facts: Pick<LinkFacts, 'language' | 'siteName' | 'helpContact' | 'to'>, words: Words, blocks: Block[]): Letter {
  return {
    language: facts.language,
    subject: cleanSubject(words.subject(facts.siteName)),
    siteName: facts.siteName,
    corner: '',
    heading: words.heading,
    blocks: [{ kind: 'words', text: wordsFor(facts).frame.greeting('') }, ...blocks, { kind: 'notice', text: words.notYou(facts.helpContact) }],
    footer: [words.why(facts.to), deskLine(facts.siteName, facts.helpContact)],
  };
}
