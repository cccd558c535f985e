/** Single things of a ticket, for a viewer who may see the ticket. Each asks the rules before it is given. */

import { filesFor, mayRead, rightsOn } from '../rules/access.ts';
import type { Viewer } from '../rules/page.ts';
import type { Article, Attachment, Ticket } from '../rules/ticket.ts';
import { readArticle, readAttachment, readIntake, type Database } from './ticket-store.ts';

/** One article as its sender wrote it; null if there is none or the viewer may not read it. */
export function articleFor(db: Database, ticket: Ticket, viewer: Viewer, id: number): Article | null {
  const found = readArticle(db, id);
  return found !== null && mayRead(ticket, viewer, found) ? found : null;
}

export function attachmentFor(db: Database, ticket: Ticket, viewer: Viewer, id: string): Attachment | null {
  const found = readAttachment(db, id);
  if (found === null || !mayRead(ticket, viewer, found.article)) return null;
  return filesFor(viewer, { ...found.article, attachments: [found.file] })[0] ?? null;
}

/** The intake key of the mail that the article came by; null without one or without the right. */
export function sourceFor(db: Database, ticket: Ticket, viewer: Viewer, article: number): string | null {
  return rightsOn(ticket, viewer).source ? readIntake(db, article) : null;
}
