import { cleanLine } from '../../rules/clean.ts';
import { LONGEST_LABEL } from '../../rules/secrets.ts';
import type { LetterFacts, SecretFacts } from '../letter-facts.ts';
import { letterTime } from './formats.ts';
import type { Block, Letter } from './letter.ts';
import { greeting, nameOf, ticketLetter, ticketLink, wordsFor } from './ticket-letter.ts';

/** An agent needs a credential (S18): the link under which its reader types it, and why not to answer with it. */
export function secretAsked(facts: LetterFacts): Letter {
  const { secretAsked: words, frame } = wordsFor(facts);
  const { secret } = facts;
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      greeting(facts),
      { kind: 'words', text: words.intro(facts.by === null ? facts.siteName : nameOf(facts.by), facts.number) },
      { kind: 'rows', rows: [{ label: words.what, value: cleanLine(secret?.label ?? '', LONGEST_LABEL) }, { label: frame.rows.number, value: `#${facts.number}` }] },
      { kind: 'words', text: words.todo },
      ...(secret === undefined ? [] : wayTo(secret, facts)),
      ticketLink(facts, secret === undefined),
      { kind: 'notice', text: words.warning },
    ],
  });
}

function wayTo(secret: SecretFacts, facts: LetterFacts): Block[] {
  const words = wordsFor(facts).secretAsked;
  return [
    { kind: 'link', label: words.button, url: secret.url, main: true },
    { kind: 'small', text: words.bounds(letterTime(secret.until, facts)) },
  ];
}
