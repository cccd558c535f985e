/** Who may see and do what on a ticket. */

import { domainOf } from './address.ts';
import { isRawMail } from './extent.ts';
import type { Rights, Viewer } from './page.ts';
import { worksIn } from './reach.ts';
import { isStaff, type Address, type Article, type Attachment, type Fact, type Participant, type Ticket } from './ticket.ts';

/** The live participant with this address, or null. Removed people are nobody. */
export function participant(ticket: Pick<Ticket, 'people'>, address: Address): Participant | null {
  return ticket.people.find((person) => person.address === address && person.state !== 'removed') ?? null;
}

/** The viewer as they stand on this ticket: whoever does not work on it is a customer here. */
export function asOn(ticket: Pick<Ticket, 'queue'>, viewer: Viewer): Viewer {
  return worksIn(ticket.queue, viewer) ? viewer : { ...viewer, role: 'requester' };
}

/** What somebody can want of a ticket. `change`: its basics, dates and people; `source`: its mails as they arrived. */
export type TicketAction = 'see' | keyof Rights;

/**
 * Whether the viewer may do that on the ticket: the one place that says so (SW13). Whoever may not see it gets the answer of a
 * ticket that does not exist (W05).
 */
export function can(viewer: Viewer, action: TicketAction, ticket: Ticket): boolean {
  const staff = worksIn(ticket.queue, viewer);
  switch (action) {
    case 'see':
      return staff || isShownTo(viewer.address, ticket) || isOfOrganisation(viewer, ticket);
    case 'reply':
      // On a closed ticket nobody answers (S16).
      return !hasEnded(ticket) && can(viewer, 'see', ticket);
    case 'comment':
    case 'change':
      // A merged ticket is only read (T13).
      return staff && ticket.mergedInto === null;
    case 'source':
      return staff;
  }
}

/**
 * A merely proposed person is not shown it: nobody proven has named them. Nor is whoever is on it as an agent but does not work
 * on it (any more): what they were sent as an agent opens nothing to them now (SJ07).
 */
function isShownTo(address: Address, ticket: Ticket): boolean {
  const person = participant(ticket, address);
  if (person === null || person.role === 'agent') return false;
  return person.role === 'requester' || person.state !== 'proposed';
}

/** Whether its requester is of an organisation whose tickets the viewer may see. They see it as its requester does, less what only the requester may. */
export function isOfOrganisation({ reach }: Pick<Viewer, 'reach'>, ticket: Pick<Ticket, 'people'>): boolean {
  return ticket.people.some((person) => person.role === 'requester' && person.state !== 'removed' && reach.domains.includes(domainOf(person.address)));
}

function hasEnded({ status }: Ticket): boolean {
  return status === 'closed' || status === 'rejected';
}

/** Whether the viewer may see that the ticket exists at all (W05). */
export function maySee(ticket: Ticket, viewer: Viewer): boolean {
  return can(viewer, 'see', ticket);
}

/**
 * Whether the viewer may read the article: no outsider reads a comment (P08), a machine's note, which may be about somebody else
 * (SL04), an answer before it has left, or what was said before they joined (SJ21). What was taken back nobody reads.
 */
export function mayRead(ticket: Ticket, viewer: Viewer, article: Pick<Article, 'id' | 'kind' | 'automatic' | 'state'>): boolean {
  if (article.state === 'takenBack') return false;
  if (worksIn(ticket.queue, viewer)) return true;
  if (article.kind === 'comment' || article.automatic !== null || article.state === 'leaving') return false;
  if (isOfOrganisation(viewer, ticket)) return true;
  const person = participant(ticket, viewer.address);
  return person !== null && maySee(ticket, viewer) && article.id >= person.fromArticle;
}

/**
 * The files of a readable article that the viewer, as they stand on its ticket (`asOn`), may have: a raw mail is for staff and for whoever wrote it, as it holds their
 * reply key. Nobody has those of a redacted article, for what was taken out may be in them too.
 */
export function filesFor(viewer: Viewer, article: Pick<Article, 'attachments' | 'intake' | 'by' | 'redacted'>): Attachment[] {
  if (article.redacted) return [];
  if (isStaff(viewer.role) || viewer.address === article.by.address) return article.attachments;
  return article.attachments.filter((file) => !isRawMail(file, article));
}

/** Whether the viewer, as they stand on the ticket (`asOn`), may see this entry of its history. What strangers tried, and who proved what, is for staff alone. */
export function maySeeFact(viewer: Viewer, fact: Fact): boolean {
  if (isStaff(viewer.role)) return true;
  switch (fact.kind) {
    case 'opened':
    case 'joined':
    case 'left':
    case 'historyShared':
      return true;
    case 'fieldChanged':
      return fact.field !== 'priority' && fact.field !== 'finalPriority' && fact.field !== 'queue' && fact.field !== 'waitingUntil';
    case 'article':
      return fact.articleKind === 'correspondence';
    case 'secretAsked':
    case 'secretGiven':
    case 'secretEnded':
      return fact.of === viewer.address;
    case 'proven':
    case 'accepted':
    case 'engaged':
    case 'refusedReply':
    case 'heldReply':
    case 'asked':
    case 'called':
    case 'overdue':
    case 'takenBack':
    case 'closeUndone':
    case 'leftOut':
    case 'mentions':
    case 'mentionedBy':
    case 'linked':
    case 'unlinked':
    case 'answered':
    case 'undelivered':
    case 'complained':
    case 'letterSentAgain':
    case 'letterSetAside':
    case 'bounced':
    case 'triedAgain':
    case 'readdressed':
    case 'erased':
    case 'muted':
    case 'unmuted':
    case 'mergedInto':
    case 'unmerged':
    case 'tookOver':
    case 'gaveBack':
    case 'labelled':
    case 'unlabelled':
    case 'readAgain':
    case 'redacted':
      return false;
  }
}

/** What the viewer may do here. Only agents reopen a ticket (L07), which is a change. */
export function rightsOn(ticket: Ticket, viewer: Viewer): Rights {
  const may = (action: TicketAction) => can(viewer, action, ticket);
  return { reply: may('reply'), comment: may('comment'), change: may('change'), source: may('source') };
}
