import type { LetterFacts } from '../letter-facts.ts';
import { conversation } from './conversation.ts';
import type { Letter } from './letter.ts';
import { nameOf, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** Something is new on a ticket that nobody has, or one came into the reader's queue: whose it is, and what was said. */
export function called(facts: LetterFacts): Letter {
  const { called: words, frame } = wordsFor(facts);
  const why = facts.called ?? 'written';
  return ticketLetter(facts, {
    heading: words.heading[why],
    blocks: [
      { kind: 'words', text: words.intro[why](facts.number, facts.by === null ? frame.nobody : nameOf(facts.by)) },
      ticketRows(facts),
      ticketLink(facts, true),
      { kind: 'small', text: words.reply },
      ...conversation(facts),
    ],
  });
}
