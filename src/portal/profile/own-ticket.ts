/** One ticket as its reader takes it along: what the portal shows them, as plain facts. */

import type { ArticleEntry, OwnPage } from '../../rules/page.ts';
import type { Instant } from '../../rules/ticket.ts';

/** Instants are ISO 8601 in UTC. Without letters and what only the desk needs. */
export function ownTicket(page: OwnPage) {
  const { number, fields, requester, owner, people } = page;
  return {
    number,
    subject: fields.subject,
    status: fields.status,
    createdAt: iso(page.createdAt),
    updatedAt: iso(page.updatedAt),
    closedAt: fields.closedAt === null ? null : iso(fields.closedAt),
    requester,
    owner,
    people: people.map(({ address, name, role }) => ({ address, name, role })),
    articles: articlesOf(page).map(({ id, at, by, kind, channel, text, attachments }) => ({
      id,
      at: iso(at),
      by,
      kind,
      channel,
      text,
      files: attachments.map(({ name, type, size }) => ({ name, type, size })),
    })),
  };
}

/** Oldest first. */
export function articlesOf(page: OwnPage): ArticleEntry['article'][] {
  return page.entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article] : [])).reverse();
}

function iso(instant: Instant): string {
  return new Date(instant).toISOString();
}
