/** Who may see and do what on a ticket. */

import { isRawMail } from './extent.ts';
import type { Rights, Viewer } from './page.ts';
import { isStaff, type Address, type Article, type Attachment, type Fact, type Participant, type Ticket } from './ticket.ts';

/** The live participant with this address, or null. Removed people are nobody. */
export function participant(ticket: Pick<Ticket, 'people'>, address: Address): Participant | null {
  return ticket.people.find((person) => person.address === address && person.state !== 'removed') ?? null;
}

/** Whether the viewer may see that the ticket exists at all (W05). A merely proposed person may not. */
export function maySee(ticket: Ticket, viewer: Viewer): boolean {
  if (isStaff(viewer.role)) return true;
  const person = participant(ticket, viewer.address);
  return person !== null && (person.role === 'requester' || person.state !== 'proposed');
}

/**
 * Whether the viewer may read the article: no outsider reads a comment (P08), a machine's note, which may be about somebody else
 * (SL04), or what was said before they joined (SJ21).
 */
export function mayRead(ticket: Ticket, viewer: Viewer, article: Pick<Article, 'id' | 'kind' | 'automatic'>): boolean {
  if (isStaff(viewer.role)) return true;
  if (article.kind === 'comment' || article.automatic !== null) return false;
  const person = participant(ticket, viewer.address);
  return person !== null && maySee(ticket, viewer) && article.id >= person.fromArticle;
}

/** The files of a readable article that the viewer may have: a raw mail is for staff and for whoever wrote it, as it holds their reply key. */
export function filesFor(viewer: Viewer, article: Pick<Article, 'attachments' | 'intake' | 'by'>): Attachment[] {
  if (isStaff(viewer.role) || viewer.address === article.by.address) return article.attachments;
  return article.attachments.filter((file) => !isRawMail(file, article));
}

/** Whether the viewer may see this entry of the history. What strangers tried, and who proved what, is for staff alone. */
export function maySeeFact(viewer: Viewer, fact: Fact): boolean {
  if (isStaff(viewer.role)) return true;
  switch (fact.kind) {
    case 'opened':
    case 'joined':
    case 'left':
      return true;
    case 'fieldChanged':
      return fact.field !== 'priority' && fact.field !== 'finalPriority' && fact.field !== 'queue';
    case 'article':
      return fact.articleKind === 'correspondence';
    case 'proven':
    case 'accepted':
    case 'engaged':
    case 'refusedReply':
    case 'mentions':
    case 'mentionedBy':
    case 'undelivered':
    case 'complained':
    case 'bounced':
    case 'triedAgain':
    case 'muted':
    case 'unmuted':
      return false;
  }
}

/** What the viewer may do here. On a closed ticket nobody outside answers (S16), and only agents reopen (L07). */
export function rightsOn(ticket: Ticket, viewer: Viewer): Rights {
  const staff = isStaff(viewer.role);
  const ended = ticket.status === 'closed' || ticket.status === 'rejected';
  return { reply: !ended && (staff || maySee(ticket, viewer)), comment: staff, change: staff, source: staff };
}
