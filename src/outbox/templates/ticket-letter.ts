/** What all letters about a ticket have: the subject with its tag, the number, the way to the portal, who to ask. */

import { asHeaderText, cleanLine, cleanName } from '../../rules/clean.ts';
import { withTag } from '../../rules/subject-tag.ts';
import type { Language, Person } from '../../rules/ticket.ts';
import { textIn, type Text } from '../../text/text.ts';
import type { LetterFacts } from '../letter-facts.ts';
import type { Block, Letter } from './letter.ts';

/** Characters of the stored subject in a subject line: encoded, they stay below the 2,048 octets that a header may have. */
const LONGEST_SUBJECT_LINE = 200;
/** A sender's own words in an automatic answer are short (SL02). */
const LONGEST_ECHOED_SUBJECT = 150;

/** The letter around `blocks`. */
export function ticketLetter(facts: LetterFacts, said: { heading: string | null; blocks: Block[] }): Letter {
  const { frame } = wordsFor(facts);
  return {
    language: facts.language,
    subject: asHeaderText(withTag(subjectOf(facts, facts.kind === 'acknowledgement' ? LONGEST_ECHOED_SUBJECT : LONGEST_SUBJECT_LINE), facts.tag, facts.number), 300),
    siteName: facts.siteName,
    corner: `#${facts.number}`,
    heading: said.heading,
    blocks: said.blocks,
    footer: [...joinedLine(facts), ...why(facts), deskLine(facts.siteName, facts.helpContact)],
  };
}

/** Why they get it, and for agents where they choose what they get. */
function why(facts: LetterFacts): string[] {
  const { frame } = wordsFor(facts);
  if (facts.once === true) return [frame.once(facts.number)];
  return facts.toStaff ? [frame.onDesk, frame.choices(facts.choicesUrl)] : [frame.onTicket(facts.number)];
}

/** Never who: a letter does not show who else gets it (S6). */
function joinedLine(facts: LetterFacts): string[] {
  const count = facts.joined?.length ?? 0;
  return count === 0 ? [] : [wordsFor(facts).frame.joined(count)];
}

export function wordsFor(facts: { language: Language }): Text['letters'] {
  return textIn(facts.language).letters;
}

/** `Vorgang · Helpdesk, Telefon 0231 999 0` */
export function deskLine(siteName: string, helpContact: string): string {
  return `${siteName} · ${helpContact}`;
}

export function greeting(facts: { language: Language; to: Person }): Block {
  return { kind: 'words', text: wordsFor(facts).frame.greeting(callName(facts.to)) };
}

/** The ticket's page. `main` where there is nothing else to click. */
export function ticketLink(facts: LetterFacts, main: boolean): Block {
  return { kind: 'link', label: wordsFor(facts).frame.openTicket, url: facts.ticketUrl, main };
}

export function newTicketLink(facts: LetterFacts): Block {
  return { kind: 'link', label: wordsFor(facts).frame.openNewTicket, url: facts.newTicketUrl, main: true };
}

/** Number and subject, for staff also whose ticket it is. */
export function ticketRows(facts: LetterFacts): Block {
  const { rows, nobody } = wordsFor(facts).frame;
  const requester = { label: rows.requester, value: facts.requester === null ? nobody : nameAndAddress(facts.requester) };
  const number = { label: rows.number, value: `#${facts.number}` };
  const subject = { label: rows.subject, value: subjectOf(facts, LONGEST_ECHOED_SUBJECT) };
  return { kind: 'rows', rows: facts.toStaff ? [number, subject, requester] : [number, subject] };
}

/** A name that looks like an address could be somebody else's (SH08): then the address itself. */
export function nameOf(person: Person): string {
  const name = cleanName(person.name);
  return name === '' || name.includes('@') ? person.address : name;
}

/** `Max Muster <max@kunde.example>` */
export function nameAndAddress(person: Person): string {
  const name = nameOf(person);
  return name === person.address ? name : `${name} <${person.address}>`;
}

/** What to call the reader: nothing, if what stands for their name is no name. Else anybody could have us say anything (SL02). */
function callName(person: Person): string {
  const name = cleanName(person.name);
  return /^\p{L}[\p{L}\p{M}.'’ -]{0,50}$/u.test(name) && !/\p{L}\.\p{L}{2}/u.test(name) ? name : '';
}

function subjectOf(facts: LetterFacts, longest: number): string {
  const subject = cleanLine(facts.subject, facts.subject.length);
  if (subject === '') return textIn(facts.language).words.noSubject;
  return subject.length <= longest ? subject : `${cleanLine(subject, longest - 1)}…`;
}
