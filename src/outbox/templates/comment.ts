import type { LetterFacts } from '../letter-facts.ts';
import { carriedArticle, conversation } from './conversation.ts';
import type { Letter } from './letter.ts';
import { ticketLetter, ticketLink, wordsFor } from './ticket-letter.ts';

/** An agent wrote to agents alone (S13). It says so, and that a reply by mail stays among them too. */
export function comment(facts: LetterFacts): Letter {
  const words = wordsFor(facts).comment;
  return ticketLetter(facts, {
    heading: null,
    blocks: [
      ...carriedArticle(facts),
      { kind: 'notice', text: words.reply },
      ticketLink(facts, false),
      ...conversation(facts),
    ],
  });
}
