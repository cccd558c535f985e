import type { LetterFacts } from '../letter-facts.ts';
import type { Letter } from './letter.ts';
import { greeting, newTicketLink, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** A mail came for a closed ticket (S16): it was not added, it is not lost, and what to do instead. Repeats nothing of it (SL02). */
export function refused(facts: LetterFacts): Letter {
  const words = wordsFor(facts).refused;
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      greeting(facts),
      { kind: 'words', text: words.intro(facts.number) },
      ticketRows(facts),
      { kind: 'words', text: words.todo(facts.supportAddress) },
      newTicketLink(facts),
      { kind: 'words', text: words.kept },
      ticketLink(facts, false),
    ],
  });
}
