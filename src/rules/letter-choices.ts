/** Which letters agents want, and when. */

import type { LetterKind } from './letter-kinds.ts';

/**
 * What an agent can be written to about. `new`: a ticket came into one of their queues, or was written on there while nobody had it; `mine`: something
 * happened on a ticket that they own or are on as an agent; `mentioned`: a comment calls them by name; `overdue`: a ticket of their queues is past *due* (L10).
 */
export const toldEvents = ['new', 'mine', 'mentioned', 'overdue'] as const;
export type ToldEvent = (typeof toldEvents)[number];

/** `digest`: in one letter a day. */
export const letterTimes = ['at-once', 'digest', 'never'] as const;
export type LetterTime = (typeof letterTimes)[number];

export type LetterChoices = Record<ToldEvent, LetterTime>;

/** What nobody has to choose: their own tickets at once, what everybody sees in lists not one by one. */
export const defaultChoices: LetterChoices = { new: 'never', mine: 'at-once', mentioned: 'at-once', overdue: 'digest' };

/**
 * What a letter to an agent is about, as they choose it; null for one that has no choice: it answers what they did themselves, or is for customers.
 */
export function eventOf(kind: LetterKind): ToldEvent | null {
  switch (kind) {
    case 'new-ticket':
    case 'called':
      return 'new';
    case 'correspondence':
    case 'comment':
    case 'owner-changed':
      return 'mine';
    case 'mentioned':
    case 'overdue':
      return kind;
    case 'acknowledgement':
    case 'closed':
    case 'refused':
    case 'held':
    case 'confirm':
    case 'secret-asked':
    case 'secret-given':
      return null;
  }
}

/** When an agent gets a letter of this kind. */
export function timeOf(kind: LetterKind, choices: LetterChoices): LetterTime {
  const event = eventOf(kind);
  return event === null ? 'at-once' : choices[event];
}
