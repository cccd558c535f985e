/** The ticket as one viewer may see it. */

import { queueWithId } from '../directory/queues.ts';
import { filesFor, maySeeFact, mayRead, participant, rightsOn } from '../rules/access.ts';
import { extentOf } from '../rules/extent.ts';
import { requesterOf } from '../rules/letters.ts';
import type { Entry, ShownArticle, ShownLetter, TicketPage, Viewer } from '../rules/page.ts';
import type { LettersThen } from '../rules/merge.ts';
import { inOneOrder } from '../rules/one-order.ts';
import { openSecrets } from '../rules/secrets.ts';
import { currentPriority } from '../rules/service-level.ts';
import type { Queue } from '../rules/queues.ts';
import { isStaff, type Address, type Fields, type Instant, type Person, type Ticket, type TicketEvent } from '../rules/ticket.ts';
import type { LetterRow } from './outbox-store.ts';

export type Contents = { ticket: Ticket; events: TicketEvent[]; articles: (ShownArticle & LettersThen)[]; letters: LetterRow[]; merged: number[]; newestArticle: number };

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
    secrets: openSecrets(ticket, desk.at).filter((secret) => isStaff(viewer.role) || secret.of === viewer.address),
    entries: entries(contents, viewer),
    newestArticle: contents.newestArticle,
    rights: rightsOn(ticket, viewer),
    mergedInto: ticket.mergedInto,
    merged: isStaff(viewer.role) ? contents.merged : [],
    version: ticket.version,
  };
}

/** What came with merged tickets stands among the rest by its time, each ticket's in its own order. */
function entries(contents: Contents, viewer: Viewer): Entry[] {
  const cameBy = Map.groupBy(contents.articles.filter((article) => article.path.length > 0), (article) => article.path.join('/'));
  const came = [...cameBy.values()].map((articles) => articles.toReversed().flatMap((article) => articleEntry(contents, viewer, { article, seq: 0, letters: article.lettersThen })));
  return inOneOrder([ownEntries(contents, viewer), ...came], (entry) => (entry.kind === 'article' ? entry.article.at : entry.at));
}

function ownEntries(contents: Contents, viewer: Viewer): Entry[] {
  const { events, articles, letters } = contents;
  const articleWithId = new Map(articles.map((article) => [article.id, article]));
  const lettersOf = Map.groupBy(letters, (letter) => letter.seq);
  return events.flatMap(({ seq, at, by, fact }): Entry[] => {
    const sent = (lettersOf.get(seq) ?? []).map((letter) => shownLetter(contents, letter));
    if (fact.kind !== 'article') return maySeeFact(viewer, fact) ? [{ kind: 'fact', seq, at, by, fact, letters: sent }] : [];
    const article = articleWithId.get(fact.id);
    return article === undefined ? [] : articleEntry(contents, viewer, { article, seq, letters: sent });
  });
}

function articleEntry({ ticket }: Contents, viewer: Viewer, { article, seq, letters }: { article: ShownArticle; seq: number; letters: ShownLetter[] }): Entry[] {
  if (!mayRead(ticket, viewer, article)) return [];
  return [{ kind: 'article', seq, article: { ...article, attachments: filesFor(viewer, article) }, extent: extentOf(article), letters }];
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
