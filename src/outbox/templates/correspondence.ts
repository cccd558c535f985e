import type { LetterFacts } from '../letter-facts.ts';
import { carriedArticle, conversation } from './conversation.ts';
import type { Letter } from './letter.ts';
import { ticketLetter, ticketLink, wordsFor } from './ticket-letter.ts';

/** Somebody wrote to everybody on the ticket: their words, how to answer, and what was said before (S5). */
export function correspondence(facts: LetterFacts): Letter {
  const words = wordsFor(facts).correspondence;
  return ticketLetter(facts, {
    heading: null,
    blocks: [
      ...carriedArticle(facts),
      { kind: 'small', text: facts.once === true ? words.once : words.reply },
      ...(facts.once === true ? [] : [ticketLink(facts, false)]),
      ...conversation(facts),
    ],
  });
}
