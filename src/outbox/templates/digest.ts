import { cleanLine, cleanSubject } from '../../rules/clean.ts';
import type { DigestEntry, DigestSection } from '../../rules/digest.ts';
import type { Address } from '../../rules/ticket.ts';
import { textIn } from '../../text/text.ts';
import type { DigestFacts } from '../letter-facts.ts';
import { letterDay, letterTime } from './formats.ts';
import type { Block, Letter, ListItem } from './letter.ts';
import { deskLine, greeting, nameOf, wordsFor } from './ticket-letter.ts';

const LONGEST_SUBJECT = 150;

/** What happened since yesterday, for an agent who wants it together: by event, each ticket with a link and who did what. */
export function digest(facts: DigestFacts): Letter {
  const words = wordsFor(facts).digest;
  const numbers = facts.sections.flatMap((section) => section.entries.map((entry) => entry.ticket.number));
  const tickets = new Set(numbers).size + facts.sections.reduce((more, section) => more + section.more, 0);
  return {
    language: facts.language,
    subject: cleanSubject(words.subject(facts.siteName, tickets)),
    siteName: facts.siteName,
    corner: letterDay(facts.at, facts),
    heading: words.heading,
    blocks: [
      greeting(facts),
      ...facts.sections.map((section) => listOf(section, facts)),
      { kind: 'link', label: words.openDesk, url: `${facts.publicUrl}/desk`, main: true },
      { kind: 'small', text: words.noReply },
      { kind: 'link', label: words.choose, url: `${facts.publicUrl}/profile#letters`, main: false },
    ],
    footer: [words.why, deskLine(facts.siteName, facts.helpContact)],
  };
}

function listOf({ event, entries, more }: DigestSection, facts: DigestFacts): Block {
  const words = wordsFor(facts).digest;
  return { kind: 'list', title: words.sections[event], items: entries.map((entry) => itemOf(entry, facts)), more: more === 0 ? null : words.more(more) };
}

function itemOf({ ticket, says, lastAt }: DigestEntry, facts: DigestFacts): ListItem {
  const { digest: words } = wordsFor(facts);
  const subject = cleanLine(ticket.subject, LONGEST_SUBJECT) || textIn(facts.language).words.noSubject;
  const said = says.map(({ kind, by, count }) => words.says(kind, by === null ? facts.siteName : nameOf(by), count)).filter((one) => one !== '');
  const overdue = (ticket.status === 'new' || ticket.status === 'open') && ticket.dueAt <= facts.at;
  return {
    number: `#${ticket.number}`,
    label: subject,
    url: `${facts.publicUrl}/tickets/${ticket.number}`,
    text: said.length === 0 ? null : [...said, letterTime(lastAt, facts)].join(' · '),
    mark: overdue ? words.overdueSince(letterTime(ticket.dueAt, facts)) : null,
    state: [textIn(facts.language).portal.staffStatus[ticket.status], ...whose(ticket.owner, facts)].join(', '),
  };
}

/** Somebody else's is not said: it is nothing that the reader has to do. */
function whose(owner: Address | null, facts: DigestFacts): string[] {
  const { yours, nobodys } = wordsFor(facts).digest;
  if (owner === null) return [nobodys];
  return owner === facts.to.address ? [yours] : [];
}
