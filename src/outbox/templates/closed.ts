import type { LetterFacts } from '../letter-facts.ts';
import { conversation } from './conversation.ts';
import type { Block, Letter } from './letter.ts';
import { greeting, nameOf, newTicketLink, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** The ticket is closed, and what to do if it should not be (S15, S16), as its queue takes replies (L06). */
export function closed(facts: LetterFacts): Letter {
  const words = wordsFor(facts).closed;
  const intro = facts.by === null ? words.intro(facts.number) : words.introBy(facts.number, nameOf(facts.by));
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      greeting(facts),
      { kind: 'words', text: `${intro} ${words.hope}` },
      ticketRows(facts),
      ...whatNext(facts),
      ticketLink(facts, false),
      ...conversation(facts),
    ],
  });
}

function whatNext(facts: LetterFacts): Block[] {
  const words = wordsFor(facts).closed;
  switch (facts.closedReply ?? 'refuse') {
    case 'refuse':
      return [{ kind: 'words', text: words.notSolved(facts.supportAddress) }, { kind: 'words', text: words.noReply }, newTicketLink(facts)];
    case 'follow-up':
      return [{ kind: 'words', text: words.followUp }];
    case 'reopen':
      return [{ kind: 'words', text: words.reopen }, newTicketLink(facts)];
  }
}
