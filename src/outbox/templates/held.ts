import type { LetterFacts } from '../letter-facts.ts';
import { conversation } from './conversation.ts';
import type { Letter } from './letter.ts';
import { greeting, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** An agent's answer would have answered past something (L08): what that is, where the answer is, and how to send it anyway. */
export function held(facts: LetterFacts): Letter {
  const words = wordsFor(facts).held;
  const seen = facts.held?.seen ?? 0;
  const missed = facts.earlier.filter((article) => article.id > seen && article.by.address !== facts.to.address);
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      greeting(facts),
      { kind: 'words', text: words.intro(facts.number, facts.held?.at ?? 'door') },
      ticketRows(facts),
      ...conversation({ ...facts, earlier: missed }).map((block) => (block.kind === 'conversation' ? { ...block, title: words.missed } : block)),
      { kind: 'words', text: words.todo },
      ...(facts.held === undefined ? [] : [{ kind: 'link', label: words.anyway, url: facts.held.url, main: true } as const]),
      ticketLink(facts, false),
    ],
  });
}
