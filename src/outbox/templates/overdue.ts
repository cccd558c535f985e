import type { LetterFacts } from '../letter-facts.ts';
import { conversation } from './conversation.ts';
import { letterTime } from './formats.ts';
import type { Block, Letter } from './letter.ts';
import { nameOf, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** A ticket is past *due* (L10): since when, whose it is, who has it, what was said. */
export function overdue(facts: LetterFacts): Letter {
  const { overdue: words, called } = wordsFor(facts);
  const own = facts.owner?.address === facts.to.address;
  return ticketLetter(facts, {
    heading: own ? words.headingOwn : words.heading,
    blocks: [
      { kind: 'words', text: words.intro(facts.number, letterTime(facts.dueAt, facts)) },
      withOwner(ticketRows(facts), facts),
      ticketLink(facts, true),
      { kind: 'small', text: called.reply },
      ...conversation(facts),
    ],
  });
}

function withOwner(block: Block, facts: LetterFacts): Block {
  if (block.kind !== 'rows') return block;
  const { rows, noOwner } = wordsFor(facts).frame;
  return { kind: 'rows', rows: [...block.rows, { label: rows.owner, value: facts.owner === null ? noOwner : nameOf(facts.owner) }] };
}
