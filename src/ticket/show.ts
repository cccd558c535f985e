/** The ticket as one viewer may see it. */

import { queueWithId } from '../directory/queues.ts';
import { filesFor, maySeeFact, mayRead, participant, rightsOn } from '../rules/access.ts';
import { extentOf } from '../rules/extent.ts';
import { requesterOf } from '../rules/letters.ts';
import type { Entry, ShownArticle, ShownLetter, TicketPage, Viewer } from '../rules/page.ts';
import { currentPriority } from '../rules/service-level.ts';
import { isStaff, type Address, type Fields, type Instant, type Person, type Queue, type Ticket, type TicketEvent } from '../rules/ticket.ts';
import type { LetterRow } from './outbox-store.ts';

export type Contents = { ticket: Ticket; events: TicketEvent[]; articles: ShownArticle[]; letters: LetterRow[] };

/** The page for `viewer`, who may see the ticket (`maySee`). History newest first (S12). */
export function showTicket(contents: Contents, viewer: Viewer, desk: { at: Instant; queues: Queue[] }): TicketPage {
  const { ticket } = contents;
  const [requester] = requesterOf(ticket);
  return {
    number: ticket.number,
    fields: fieldsOf(ticket),
    currentPriority: currentPriority(ticket, desk.at, queueWithId(desk.queues, ticket.queue).calendar),
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    updatedBy: ticket.updatedBy === null ? null : named(contents, ticket.updatedBy),
    authenticated: ticket.authenticated,
    requester: requester === undefined ? null : named(contents, requester),
    owner: ticket.owner === null ? null : named(contents, ticket.owner),
    people: shownPeople(ticket, viewer),
    queues: isStaff(viewer.role) ? desk.queues.map(({ id, name, retired }) => ({ id, name, retired })) : [],
    entries: entries(contents, viewer),
    rights: rightsOn(ticket, viewer),
    version: ticket.version,
  };
}

function entries(contents: Contents, viewer: Viewer): Entry[] {
  const { ticket, events, articles, letters } = contents;
  const articleWithId = new Map(articles.map((article) => [article.id, article]));
  const lettersOf = Map.groupBy(letters, (letter) => letter.seq);
  const shown: Entry[] = [];
  for (const { seq, at, by, fact } of events) {
    const sent = (lettersOf.get(seq) ?? []).map((letter) => shownLetter(contents, letter));
    if (fact.kind !== 'article') {
      if (maySeeFact(viewer, fact)) shown.push({ kind: 'fact', seq, at, by, fact, letters: sent });
      continue;
    }
    const article = articleWithId.get(fact.id);
    if (article === undefined || !mayRead(ticket, viewer, article)) continue;
    shown.push({ kind: 'article', seq, article: { ...article, attachments: filesFor(viewer, article) }, extent: extentOf(article), letters: sent });
  }
  return shown;
}

function shownLetter(contents: Contents, letter: LetterRow): ShownLetter {
  const { kind, recipient, state, changedAt, reason, failure, possiblyTwice } = letter;
  return { kind, to: named(contents, recipient), state, at: changedAt, reason, failure, possiblyTwice };
}

/** Outsiders do not see who was only proposed or left. */
function shownPeople(ticket: Ticket, viewer: Viewer): TicketPage['people'] {
  return ticket.people
    .filter((person) => person.state !== 'removed' && (isStaff(viewer.role) || person.state !== 'proposed' || person.role === 'requester'))
    .map(({ address, name, role, state, fromArticle, bounced, mutedUntil }) => ({ address, name, role, state, fromArticle, bounced, mutedUntil }));
}

function named(contents: Contents, address: Address): Person {
  const known = participant(contents.ticket, address) ?? contents.ticket.people.find((person) => person.address === address);
  if (known !== undefined) return { address, name: known.name };
  return contents.events.find((event) => event.by?.address === address)?.by ?? { address, name: '' };
}

function fieldsOf(ticket: Ticket): Fields {
  const { subject, queue, status, owner, priority, finalPriority, startsAt, startedAt, lastContactAt, dueAt, closedAt } = ticket;
  return { subject, queue, status, owner, priority, finalPriority, startsAt, startedAt, lastContactAt, dueAt, closedAt };
}
