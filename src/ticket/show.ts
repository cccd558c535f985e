/** The ticket as one viewer may see it. */

import { asOn, filesFor, maySeeFact, mayRead, participant, rightsOn } from '../rules/access.ts';
import type { SavedDraft, Writing } from '../rules/draft.ts';
import { extentOf } from '../rules/extent.ts';
import { troubleOf } from '../rules/letter-trouble.ts';
import { requesterOf } from '../rules/letters.ts';
import type { Entry, OwnPage, ShownArticle, ShownLetter, TicketPage, Viewer } from '../rules/page.ts';
import type { Undoable } from '../rules/last-act.ts';
import type { Link } from '../rules/links.ts';
import type { LettersThen } from '../rules/merge.ts';
import { mayRemove } from '../rules/participants.ts';
import { openSecrets } from '../rules/secrets.ts';
import { isStaff, type Address, type Fields, type Instant, type Person, type Ticket } from '../rules/ticket.ts';
import { placeOf, type Line, type Lines } from './history-lines.ts';
import type { LetterRow } from './outbox-store.ts';
import { TAKEN_BACK } from './undo-store.ts';

/** One part of the ticket's history with what belongs to it, and what the page needs of the rest. */
export type Contents = {
  ticket: Ticket;
  part: Lines;
  articles: (ShownArticle & LettersThen)[];
  letters: LetterRow[];
  merged: number[];
  mentions: number[];
  links: Link[];
  newestArticle: number;
  drafts: SavedDraft[];
  writing: Writing[];
  undoable: Undoable | null;
};

/** The page for `viewer`, who may see the ticket (`maySee`) and every line of the part (`mayReadLine`). */
export function showTicket(contents: Contents, seenBy: Viewer, at: Instant): OwnPage {
  const { ticket, part } = contents;
  const viewer = asOn(ticket, seenBy);
  const [requester] = requesterOf(ticket);
  const staff = isStaff(viewer.role);
  const place = (line: Line | undefined, more: boolean) => (more && line !== undefined ? placeOf(line) : null);
  return {
    number: ticket.number,
    staff,
    fields: fieldsOf(ticket),
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    updatedBy: ticket.updatedBy === null ? null : named(contents, ticket.updatedBy),
    authenticated: ticket.authenticated,
    requester: requester === undefined ? null : named(contents, requester),
    language: ticket.people.find((person) => person.address === requester)?.language ?? 'de',
    owner: ticket.owner === null ? null : named(contents, ticket.owner),
    people: shownPeople(ticket, viewer),
    secrets: openSecrets(ticket, at).filter((secret) => staff || secret.of === viewer.address),
    entries: entries(contents, viewer),
    older: place(part.lines.at(-1), part.older),
    newer: place(part.lines[0], part.newer),
    links: staff ? contents.links : [],
    mentions: staff ? contents.mentions : [],
    gone: ticket.people.filter((person) => person.state === 'removed').map(({ address, name }) => ({ address, name })),
    newestArticle: contents.newestArticle,
    drafts: contents.drafts,
    writing: staff ? contents.writing : [],
    undoable: contents.undoable,
    rights: rightsOn(ticket, viewer),
    labels: isStaff(viewer.role) ? ticket.labels : [],
    minutesSpent: staff ? ticket.minutesSpent : 0,
    mergedInto: ticket.mergedInto,
    merged: staff ? contents.merged : [],
    version: ticket.version,
  };
}

/** Whether the viewer may see this line of the history. */
export function mayReadLine(ticket: Ticket, viewer: Viewer, line: Line): boolean {
  if (line.article !== null) return mayRead(ticket, viewer, line.article);
  return line.kind === 'own' && line.event.fact.kind !== 'article' && maySeeFact(viewer, line.event.fact);
}

function entries(contents: Contents, viewer: Viewer): Entry[] {
  const articleWithId = new Map(contents.articles.map((article) => [article.id, article]));
  const lettersOf = Map.groupBy(contents.letters.filter((letter) => letter.reason !== TAKEN_BACK), (letter) => letter.seq);
  return contents.part.lines.flatMap((line): Entry[] => {
    if (line.kind === 'own' && line.event.fact.kind !== 'article') {
      const { seq, at, by, fact } = line.event;
      return [{ kind: 'fact', seq, at, by, fact, letters: (lettersOf.get(seq) ?? []).map((letter) => shownLetter(contents, letter, viewer)) }];
    }
    const article = line.article === null ? undefined : articleWithId.get(line.article.id);
    if (article === undefined) return [];
    const seq = line.kind === 'own' ? line.event.seq : 0;
    const letters = line.kind === 'own' ? (lettersOf.get(seq) ?? []).map((letter) => shownLetter(contents, letter, viewer)) : article.lettersThen;
    return [{ kind: 'article', seq, article: { ...article, minutes: isStaff(viewer.role) ? article.minutes : 0, attachments: filesFor(viewer, article) }, extent: extentOf(article), letters }];
  });
}

function shownLetter(contents: Contents, letter: LetterRow, viewer: Viewer): ShownLetter {
  const { kind, recipient, state, changedAt, reason, failure, possiblyTwice } = letter;
  const shown = { kind, to: named(contents, recipient), state, at: changedAt, reason, failure, possiblyTwice };
  return isStaff(viewer.role) ? { ...shown, ...troubleFor(letter) } : shown;
}

/** What somebody can do about the letter, or did. */
function troubleFor(letter: LetterRow): Pick<ShownLetter, 'inTrouble' | 'isAside'> {
  const trouble = troubleOf({ ...letter, to: letter.recipient });
  if (trouble !== null) return { inTrouble: { letter: letter.id, trouble } };
  return letter.settled ? { isAside: true } : {};
}

/** Outsiders do not see who was only proposed or left. */
export function shownPeople(ticket: Ticket, viewer: Viewer): TicketPage['people'] {
  return ticket.people
    .filter((person) => person.state !== 'removed' && (isStaff(viewer.role) || person.state !== 'proposed' || person.role === 'requester'))
    .map((person) => {
      const { address, name, role, state, fromArticle, bounced, mutedUntil } = person;
      return { address, name, role, state, fromArticle, bounced, mutedUntil, removable: ticket.mergedInto === null && mayRemove(ticket, viewer, person) };
    });
}

function named(contents: Contents, address: Address): Person {
  const known = participant(contents.ticket, address) ?? contents.ticket.people.find((person) => person.address === address);
  if (known !== undefined) return { address, name: known.name };
  const theirs = contents.part.lines.find((line) => line.kind === 'own' && line.event.by?.address === address);
  return theirs?.kind === 'own' && theirs.event.by !== null ? theirs.event.by : { address, name: '' };
}

function fieldsOf(ticket: Ticket): Fields {
  const { subject, queue, status, owner, priority, finalPriority, startsAt, startedAt, lastContactAt, dueAt, closedAt, waitingUntil } = ticket;
  return { subject, queue, status, owner, priority, finalPriority, startsAt, startedAt, lastContactAt, dueAt, closedAt, waitingUntil };
}
