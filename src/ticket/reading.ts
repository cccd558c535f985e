/** The ticket's page and single things of it, for a viewer who may see the ticket. Each asks the rules before it is given. */

import { asOn, filesFor, mayRead, rightsOn } from '../rules/access.ts';
import { offered } from '../rules/last-act.ts';
import type { OwnPage, Part, Standing, Viewer } from '../rules/page.ts';
import { worksIn } from '../rules/reach.ts';
import type { OpenedArticle } from '../rules/read-again.ts';
import type { Attachment, Instant, Ticket } from '../rules/ticket.ts';
import { readLastAct } from './act-store.ts';
import { readDrafts, readWriting } from './draft-store.ts';
import { readLines, readMentions } from './history-lines.ts';
import { readLinks } from './link-store.ts';
import { readMerged } from './merge-store.ts';
import { readLetters } from './outbox-store.ts';
import { readEarlier } from './readings-store.ts';
import { newestArticle, readNewcomers } from './seen-store.ts';
import { mayReadLine, showTicket, shownPeople } from './show.ts';
import { readArticle, readArticles, readAttachment, readIntake } from './article-store.ts';
import type { Database } from './ticket-store.ts';
import { lastAct } from './undo-store.ts';

/** One part of the ticket's page: no more is read than it shows. */
export function pageFor(db: Database, ticket: Ticket, { viewer, part, at }: { viewer: Viewer; part: Part; at: Instant }): OwnPage {
  const reader = asOn(ticket, viewer);
  const lines = readLines(db, part, (line) => mayReadLine(ticket, reader, line));
  const articles = lines.lines.flatMap((line) => line.article?.id ?? []);
  const events = lines.lines.flatMap((line) => (line.kind === 'own' ? [line.event.seq] : []));
  const undoable = part.kind === 'newest' ? offered(ticket, lastAct(db, readLastAct(db, viewer.address)), viewer, at) : null;
  const contents = { ticket, part: lines, articles: readArticles(db, articles), letters: readLetters(db, events), merged: readMerged(db), mentions: readMentions(db), links: readLinks(db), newestArticle: newestArticle(db, worksIn(ticket.queue, viewer)), drafts: readDrafts(db, viewer.address), writing: readWriting(db, viewer.address), undoable };
  return showTicket(contents, viewer, at);
}

/** What the viewer may do and began to write, without reading what was said. */
export function standingFor(db: Database, ticket: Ticket, viewer: Viewer): Standing {
  const staff = worksIn(ticket.queue, viewer);
  return { number: ticket.number, staff, rights: rightsOn(ticket, viewer), mergedInto: ticket.mergedInto, drafts: readDrafts(db, viewer.address), people: shownPeople(ticket, asOn(ticket, viewer)), newcomers: staff ? readNewcomers(db) : [] };
}

/** One article as its sender wrote it; null if there is none or the viewer may not read it. */
export function articleFor(db: Database, ticket: Ticket, viewer: Viewer, id: number): OpenedArticle | null {
  const found = readArticle(db, id);
  if (found === null || !mayRead(ticket, viewer, found)) return null;
  return { ...found, earlier: worksIn(ticket.queue, viewer) ? readEarlier(db, id) : [] };
}

export function attachmentFor(db: Database, ticket: Ticket, viewer: Viewer, id: string): Attachment | null {
  const found = readAttachment(db, id);
  if (found === null || !mayRead(ticket, viewer, found.article)) return null;
  return filesFor(asOn(ticket, viewer), { ...found.article, attachments: [found.file] })[0] ?? null;
}

/** The intake key of the mail that the article came by; null without one or without the right. */
export function sourceFor(db: Database, ticket: Ticket, viewer: Viewer, article: number): string | null {
  return rightsOn(ticket, viewer).source ? readIntake(db, article) : null;
}
