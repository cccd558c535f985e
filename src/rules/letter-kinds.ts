/** What letters there are, and what can become of one. */

import type { Address } from './ticket.ts';

export const letterKinds = [
  'acknowledgement',
  'correspondence',
  'comment',
  'mentioned',
  'new-ticket',
  'called',
  'overdue',
  'closed',
  'refused',
  'held',
  'confirm',
  'owner-changed',
  'secret-asked',
  'secret-given',
] as const;
/** A mail that we write because something happened to a ticket. */
export type LetterKind = (typeof letterKinds)[number];

/** Letters among agents, which are no outsider's business. */
export const insideLetters: LetterKind[] = ['called', 'comment', 'held', 'mentioned', 'new-ticket', 'overdue', 'owner-changed', 'secret-given'];

/** Letters that bring a comment: what answers them is one, too. */
export const commentLetters: LetterKind[] = ['comment', 'mentioned'];

/** Letters to agents who need not be on the ticket: it calls them, or they wrote to it. They answer by the letter's Message-ID, which nobody else knows (A07). */
export const toAnyAgent: LetterKind[] = ['called', 'held', 'new-ticket', 'overdue', 'refused'];

/** A letter that is due, before it has a row. `article`: the article it carries, or up to which it tells the conversation. */
export type NewLetter = { kind: LetterKind; to: Address; article: number };

/**
 * What became of a letter. `failed`: it never left. `noted`: its reader is told in their daily digest; `unwanted`: they do not want it. `unknown`: handed over, but we crashed before hearing the answer. `sent`: handed over; what was
 * heard of it later is `deferred` (still being tried), `delivered` (the reader's server took it), `bounced` or `complained`.
 */
export const letterStates = ['queued', 'sending', 'sent', 'deferred', 'delivered', 'bounced', 'complained', 'failed', 'noted', 'unwanted', 'unknown'] as const;
export type LetterState = (typeof letterStates)[number];

/** What a failed delivery says of the address. `hard`: it takes no mail; `soft`: this mail did not get there; `delay`: still being tried. */
export type BounceKind = 'hard' | 'soft' | 'delay';

/** Why a mail was not delivered. Every one has its sentence in `text/`. */
export const bounceReasons = [
  'userUnknown',
  'hostUnknown',
  'moved',
  'notAccepted',
  'suspended',
  'mailboxFull',
  'tooLarge',
  'rejectedBySpam',
  'virus',
  'policy',
  'authenticationFailure',
  'relayDenied',
  'senderRejected',
  'refused',
  'contentError',
  'busy',
  'expired',
  'network',
  'systemError',
  'unknown',
  /** Their person asked for it: no report says so. */
  'erased',
] as const;
export type BounceReason = (typeof bounceReasons)[number];

/** That a letter did not reach an address. `status` as in RFC 3463, or null. `words`: the server's own, shortened. */
export type Failure = { address: Address; kind: BounceKind; reason: BounceReason; status: string | null; words: string };
