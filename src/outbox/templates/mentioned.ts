import type { LetterFacts } from '../letter-facts.ts';
import { carriedArticle, conversation } from './conversation.ts';
import type { Letter } from './letter.ts';
import { nameOf, ticketLetter, ticketLink, wordsFor } from './ticket-letter.ts';

/** A comment calls its reader by name: who did, what it says, and that an answer stays among agents. */
export function mentioned(facts: LetterFacts): Letter {
  const { mentioned: words, comment, frame } = wordsFor(facts);
  return ticketLetter(facts, {
    heading: words.heading(facts.by === null ? frame.nobody : nameOf(facts.by)),
    blocks: [
      ...carriedArticle(facts),
      { kind: 'notice', text: comment.reply },
      ticketLink(facts, false),
      ...conversation(facts),
    ],
  });
}
