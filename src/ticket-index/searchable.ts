/** What the search keeps of a ticket and its articles. */

import { foldReply } from '../rules/reply-text.ts';
import { wordsOf } from '../rules/search-text.ts';
import type { Article, Instant, Ticket } from '../rules/ticket.ts';

/** One article as it is found. `inside`: by agents alone. */
export type Said = { inside: boolean; article: number; at: Instant; byName: string; text: string; words: string };

/**
 * What the index does not have yet. `anew`: what it has of the ticket's articles is forgotten first. `forgotten`: words that were
 * taken out of a text for good; the vocabulary loses them unless another ticket says them.
 */
export type Searchable = { head: string; said: Said[]; anew: boolean; forgotten: string[] };

type Found = Pick<Article, 'id' | 'kind' | 'automatic' | 'at' | 'by' | 'text' | 'forwarded'> & { attachments: { name: string }[] };

/** Characters of one text that are searched, and of those that are kept for excerpts. Longer ones are logs and tables. */
const SEARCHED = 32_000;
const KEPT = 8_000;

/** The words by which the ticket itself is found: number, subject, and everybody whom all on it may see. */
export function headWords(ticket: Pick<Ticket, 'number' | 'subject' | 'people'>): string {
  const people = ticket.people.filter((person) => person.state !== 'removed' && (person.state !== 'proposed' || person.role === 'requester'));
  return wordsOf([ticket.number, ticket.subject, ...people.flatMap(({ name, address }) => [name, address])].join(' ')).join(' ');
}

/** Quotes and signatures are left out: what they say was said before, or is said each time. No outsider reads machines' notes (SL04). */
export function said({ id, kind, automatic, at, by, text, forwarded, attachments }: Found): Said {
  const own = foldReply(text.slice(0, SEARCHED), forwarded).filter((part) => part.kind === 'answer').map((part) => part.text.trim()).join('\n');
  const whole = [own, ...attachments.map((file) => file.name)].join('\n');
  const words = wordsOf(`${whole} ${by.name} ${by.address}`).join(' ');
  return { inside: kind === 'comment' || automatic !== null, article: id, at, byName: by.name, text: whole.slice(0, KEPT).toWellFormed(), words };
}
