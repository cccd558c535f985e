/** Which letters a change causes. */

import { participant } from './access.ts';
import { addressees, readersOfClosing, readersOfComment } from './recipients.ts';
import type { LetterKind, NewLetter } from './letter-kinds.ts';
import type { Address, Change, Participant, Ticket } from './ticket.ts';

/**
 * The letters that are due because `change` happened, one per recipient (P03). `ticket` is the ticket after the change was
 * recorded, with the new article as its last. `by` null: the desk itself. Machine mail causes none (A11).
 */
export function lettersFor(ticket: Ticket, change: Change, by: Address | null): NewLetter[] {
  const article = ticket.articleCount;
  const to = (kind: LetterKind, readers: Participant[]) => readers.map(({ address }): NewLetter => ({ kind, to: address, article }));
  const toThose = (kind: LetterKind, addresses: Address[]) => addresses.map((address): NewLetter => ({ kind, to: address, article }));
  switch (change.kind) {
    case 'opened':
      return [
        ...(change.acknowledge ? requesterOf(ticket).map((address): NewLetter => ({ kind: 'acknowledgement', to: address, article: 1 })) : []),
        ...change.tell.map((address): NewLetter => ({ kind: 'new-ticket', to: address, article: 1 })),
      ];
    case 'article':
      if (change.article.automatic) return [];
      return change.article.kind === 'comment'
        ? readersOfComment(ticket, by).map(({ address }): NewLetter => ({ kind: change.mentioned?.includes(address) === true ? 'mentioned' : 'comment', to: address, article }))
        : toThose('correspondence', addressees(ticket, by, change.addressing));
    case 'fieldChanged':
      if (change.field === 'status' && change.to === 'closed') return to('closed', readersOfClosing(ticket, by));
      if (change.field === 'owner' && change.to !== null && change.to !== by) return [{ kind: 'owner-changed', to: change.to, article }];
      return [];
    case 'called':
    case 'overdue':
      return toThose(change.kind, change.tell);
    case 'refusedReply':
      return [{ kind: 'refused', to: change.address, article }];
    case 'heldReply':
      return [{ kind: 'held', to: change.address, article }];
    case 'asked':
      return [{ kind: 'confirm', to: change.address, article }];
    case 'takenBack':
      return change.overtaken ? [{ kind: 'held', to: change.author, article }] : [];
    case 'secretAsked':
      return [{ kind: 'secret-asked', to: change.of, article }];
    case 'secretGiven':
      return ticket.secrets.filter((secret) => secret.id === change.secret).map((secret) => ({ kind: 'secret-given', to: secret.by, article }));
    case 'closeUndone':
    case 'joined':
    case 'leftOut':
    case 'historyShared':
    case 'left':
    case 'proven':
    case 'accepted':
    case 'engaged':
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
    case 'secretEnded':
    case 'readAgain':
    case 'redacted':
      return [];
  }
}

/** The address of the ticket's requester, if it has one. */
export function requesterOf(ticket: Pick<Ticket, 'people'>): Address[] {
  const requester = ticket.people.find((person) => person.role === 'requester' && person.state !== 'removed');
  return requester === undefined || participant(ticket, requester.address) === null ? [] : [requester.address];
}
