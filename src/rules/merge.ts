/** Two tickets become one, and two again. */

import type { SavedDraft } from './draft.ts';
import { isLive } from './participants.ts';
import { changes, refusal, type Decision } from './decision.ts';
import { engaging } from './lifecycle.ts';
import type { ShownLetter } from './page.ts';
import { worksIn } from './reach.ts';
import type { Actor, Address, Article, Change, Instant, NewParticipant, Participant, Person, Status, Ticket } from './ticket.ts';

/** What one ticket has to know of another before they become one. */
export type Standing = Pick<Ticket, 'number' | 'subject' | 'queue' | 'status' | 'mergedInto'>;

/** How the ticket was before it became part of another. */
export type Before = { status: Status; closedAt: Instant | null };

/** Somebody on a merged ticket; `path` as of an article. */
export type Heir = NewParticipant & Pick<Participant, 'bounced'> & { path: number[] };

/**
 * What a merged ticket hands to its survivor, in parts that repeat all but the articles. `merge` is the number of its event,
 * `articleCount` how many numbers its articles take.
 */
export type Takeover = {
  number: number;
  merge: number;
  by: Person;
  at: Instant;
  articleCount: number;
  people: Heir[];
  articles: (Article & LettersThen)[];
  /** What people have begun to write. */
  drafts: (SavedDraft & { by: Address; byName: string })[];
};

/** Of an article that came with a merged ticket: what had become of its letters. */
export type LettersThen = { lettersThen: ShownLetter[] };

/**
 * Merges `ticket` into `survivor`, the ticket that is left of the one that was named (null: there is none). Only agents do.
 * Nobody gets a letter for it. One in a queue that they do not work in is none to them. Refused where there is no sense in it: into itself, twice, or where one was rejected as spam.
 */
export function decideMerge(ticket: Ticket, survivor: Standing | null, by: Actor): Decision {
  if (!worksIn(ticket.queue, by)) return refusal('notAllowed');
  if (ticket.mergedInto !== null) return refusal('merged');
  if (survivor === null || !worksIn(survivor.queue, by)) return refusal('noSuchTicket');
  if (survivor.number === ticket.number) return refusal('sameTicket');
  if (ticket.status === 'rejected' || survivor.status === 'rejected') return refusal('rejected');
  return changes({ kind: 'mergedInto', number: survivor.number, status: ticket.status, closedAt: ticket.closedAt });
}

/** Makes the ticket one of its own again, as it was. */
export function decideUnmerge(ticket: Ticket, before: Before | null, by: Actor): Decision {
  if (!worksIn(ticket.queue, by)) return refusal('notAllowed');
  if (ticket.mergedInto === null || before === null) return refusal('notMerged');
  return changes({ kind: 'unmerged', number: ticket.mergedInto, ...before });
}

/**
 * What the survivor records. Whoever was on the merged ticket and is not on this one joins, its requester in Cc, and reads
 * what came along as far as they could read it there, and all that follows; not what was said here before (SJ21).
 */
export function takeOver(survivor: Ticket, from: Pick<Takeover, 'number' | 'articleCount' | 'people'>): Change[] {
  const newcomers = from.people.filter((heir) => !survivor.people.some((person) => person.address === heir.address && isLive(person)));
  return [
    ...engaging(survivor),
    { kind: 'tookOver', number: from.number, articles: from.articleCount },
    ...newcomers.map(({ path, bounced: _, ...person }): Change => ({
      kind: 'joined',
      person: { ...person, role: person.role === 'agent' ? 'agent' : 'cc', fromArticle: survivor.articleCount + person.fromArticle },
      via: 'portal',
      path: [from.number, ...path],
    })),
    ...newcomers.flatMap(({ address, bounced: reason }): Change[] => (reason === null ? [] : [{ kind: 'bounced', address, reason }])),
  ];
}

/** What the survivor records when the ticket that `path` ends with leaves. Who came with it goes, unless they own this one by now. */
export function giveBack(survivor: Ticket, path: number[], cameWith: Address[]): Change[] {
  const leaving = survivor.people.filter((person) => isLive(person) && cameWith.includes(person.address) && person.address !== survivor.owner);
  return [
    { kind: 'gaveBack', number: path.at(-1) ?? survivor.number },
    ...leaving.map(({ address, role }): Change => ({ kind: 'left', address, role })),
  ];
}

/** Two agents merged two tickets into each other at the same moment: the older one stays. */
export function staysItself(ticket: Pick<Ticket, 'number'>, crossing: number): boolean {
  return ticket.number < crossing;
}
