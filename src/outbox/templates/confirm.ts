import type { ConfirmFacts, LetterFacts } from '../letter-facts.ts';
import { letterTime } from './formats.ts';
import type { Block, Letter } from './letter.ts';
import { greeting, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** A mail waits at the door (A04, A05): is it the reader's, or do they know its sender? The link leads to a page with a button. Says nothing of what is in the mail. */
export function confirm(facts: LetterFacts): Letter {
  const asked = facts.confirm;
  const words = wordsFor(facts).confirm[asked?.own === false ? 'other' : 'own'];
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      greeting(facts),
      { kind: 'words', text: words.intro(facts.number, asked?.sender ?? facts.to.address) },
      ticketRows(facts),
      ...(asked === undefined ? [] : wayTo(asked, facts)),
      { kind: 'notice', text: words.notYou },
      ticketLink(facts, false),
    ],
  });
}

function wayTo(asked: ConfirmFacts, facts: LetterFacts): Block[] {
  const { arrived, bounds, own, other } = wordsFor(facts).confirm;
  const { todo, button } = asked.own ? own : other;
  return [
    { kind: 'words', text: `${arrived(letterTime(asked.arrivedAt, facts))} ${todo}` },
    { kind: 'link', label: button, url: asked.url, main: true },
    { kind: 'small', text: bounds(asked.days) },
  ];
}
