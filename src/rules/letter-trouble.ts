/** Letters that somebody should look at, and what can be done about one. */

import { participant } from './access.ts';
import { changes, refusal, type Decision } from './decision.ts';
import type { LetterKind, LetterState } from './letter-kinds.ts';
import { worksIn } from './reach.ts';
import { isErased } from './readdressing.ts';
import type { Actor, Address, Change, Ticket } from './ticket.ts';

/**
 * What is wrong with a letter. `inDoubt`: nobody knows whether it left, and it waits for news; `failed`: it never left; `undelivered`: it came
 * back; `twice`: its reader may have it twice.
 */
export const troubles = ['inDoubt', 'failed', 'undelivered', 'twice'] as const;
export type Trouble = (typeof troubles)[number];

/** A letter as far as its trouble needs it. `settled`: somebody has set its present trouble aside. */
export type TroubledLetter = { id: number; kind: LetterKind; to: Address; state: LetterState; reason: string | null; possiblyTwice: boolean; settled: boolean };

/** Reasons for which a letter is rightly not sent: nobody misses it. */
const RIGHTLY = ['takenBack', 'leftTicket', 'notOfQueue', 'disabled', 'decidedBefore', 'secretOver'];

/** What is wrong with the letter, or null. While it is under way there is nothing to be done. */
export function troubleOf({ to, state, reason, possiblyTwice, settled }: Omit<TroubledLetter, 'id' | 'kind'>): Trouble | null {
  if (settled || isErased(to)) return null;
  switch (state) {
    case 'unknown':
      return 'inDoubt';
    case 'failed':
      return reason !== null && RIGHTLY.includes(reason) ? null : 'failed';
    case 'bounced':
      return 'undelivered';
    case 'sent':
    case 'deferred':
    case 'delivered':
      return possiblyTwice ? 'twice' : null;
    case 'queued':
    case 'sending':
    case 'noted':
    case 'unwanted':
    case 'complained':
      return null;
  }
}

/** Send it again, or set it aside: whoever it was for knows by another way, or does not need to. */
export const settlings = ['again', 'aside'] as const;
export type Settling = (typeof settlings)[number];

/**
 * What an agent does about a letter in trouble; `letter` null: there is none. One that may have left is from now on *possibly sent twice*. An
 * address that took no mail is tried again with it (P11).
 */
export function settle(ticket: Ticket, letter: TroubledLetter | null, how: Settling, by: Actor): Decision {
  if (!worksIn(ticket.queue, by)) return refusal('notAllowed');
  const trouble = letter === null ? null : troubleOf(letter);
  if (letter === null || trouble === null) return refusal('notInTrouble');
  const { id, kind, to } = letter;
  if (how === 'aside') return changes({ kind: 'letterSetAside', letter: id, letterKind: kind, to });

  if (ticket.mergedInto !== null) return refusal('merged');
  if (trouble === 'twice') return refusal('notInTrouble');
  const shut = participant(ticket, to)?.bounced != null;
  const triedAgain: Change[] = shut ? [{ kind: 'triedAgain', address: to }] : [];
  return changes(...triedAgain, { kind: 'letterSentAgain', letter: id, letterKind: kind, to, doubtful: trouble === 'inDoubt' });
}
