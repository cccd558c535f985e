import type { LetterFacts } from '../letter-facts.ts';
import type { Letter } from './letter.ts';
import { greeting, ticketLetter, ticketLink, ticketRows, wordsFor } from './ticket-letter.ts';

/** Your request is here (S3, S18): its number, what must stay in the subject, the portal, the password. Never the request's text (A10). */
export function acknowledgement(facts: LetterFacts): Letter {
  const words = wordsFor(facts).acknowledgement;
  return ticketLetter(facts, {
    heading: words.heading,
    blocks: [
      greeting(facts),
      { kind: 'words', text: words.intro(facts.number) },
      ticketRows(facts),
      { kind: 'words', text: words.rule },
      { kind: 'mark', text: `[${facts.tag} #${facts.number}]` },
      { kind: 'words', text: words.portal },
      ticketLink(facts, true),
      { kind: 'words', text: words.password(facts.to.address) },
      { kind: 'link', label: words.setPassword, url: facts.passwordUrl, main: false },
      { kind: 'notice', text: words.warning },
    ],
  });
}
