import type { LetterFacts } from '../letter-facts.ts';
import { carriedArticle } from './conversation.ts';
import type { Letter } from './letter.ts';
import { nameOf, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** For agents who want to hear of every new ticket (P01): whose it is and what it says. */
export function newTicket(facts: LetterFacts): Letter {
  const { newTicket: words, frame } = wordsFor(facts);
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      { kind: 'words', text: words.intro(facts.number, facts.requester === null ? frame.nobody : nameOf(facts.requester)) },
      ticketRows(facts),
      ticketLink(facts, true),
      ...carriedArticle(facts),
      { kind: 'small', text: words.reply },
    ],
  });
}
