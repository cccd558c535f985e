import { cleanLine } from '../../rules/clean.ts';
import { LONGEST_LABEL } from '../../rules/secrets.ts';
import type { LetterFacts } from '../letter-facts.ts';
import type { Letter } from './letter.ts';
import { greeting, nameOf, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** For the agent who asked (S18): it waits on the ticket. The credential itself is in no letter. */
export function secretGiven(facts: LetterFacts): Letter {
  const words = wordsFor(facts).secretGiven;
  const label = cleanLine(facts.secret?.label ?? '', LONGEST_LABEL);
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      greeting(facts),
      { kind: 'words', text: words.intro(facts.requester === null ? words.somebody : nameOf(facts.requester), label) },
      ticketRows(facts),
      ticketLink(facts, true),
      { kind: 'small', text: words.once },
    ],
  });
}
