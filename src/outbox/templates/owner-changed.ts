import type { LetterFacts } from '../letter-facts.ts';
import { conversation } from './conversation.ts';
import type { Letter } from './letter.ts';
import { greeting, nameOf, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** For the new owner of a ticket (P10): by whom, whose it is, what was said. */
export function ownerChanged(facts: LetterFacts): Letter {
  const words = wordsFor(facts).ownerChanged;
  const intro = facts.by === null ? words.intro(facts.number) : words.introBy(facts.number, nameOf(facts.by));
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      greeting(facts),
      { kind: 'words', text: intro },
      ticketRows(facts),
      ticketLink(facts, true),
      { kind: 'small', text: words.reply },
      ...conversation(facts),
    ],
  });
}
