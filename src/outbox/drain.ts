/** Sends what is due. Pure but for what it is given; the ticket object gives it the real outbox and the real binding. */

import { DOUBT_MS, isDue, isImpossible, nextTry } from '../rules/retry.ts';
import type { Failure, LetterState } from '../rules/letter-kinds.ts';
import type { Address, Instant } from '../rules/ticket.ts';
import type { SendResult } from './send.ts';

/** A letter that has not come to its end. */
export type OpenLetter = {
  id: number;
  recipient: Address;
  state: Extract<LetterState, 'queued' | 'sending' | 'unknown'>;
  attempts: number;
  /** When its event happened, or somebody had it sent again. */
  createdAt: Instant;
  dueAt: Instant;
};

export type LetterChange = {
  state: LetterState;
  dueAt?: Instant;
  attempts?: number;
  messageId?: string;
  reason?: string | null;
  possiblyTwice?: boolean;
  /** Of its first try whose fate is unknown, or of its last one. */
  handedAt?: Instant;
  /** Why it did not reach its reader, as we heard after it was sent. */
  failure?: Failure;
};

/** What became of a letter: the platform's answer, or that there is no mail because its reader is told otherwise, or wants none. */
export type Sending = SendResult | { kind: 'noted' | 'unwanted' };

/** The reason of letters that waited when the desk was brought back from an older state (SR6). */
export const RESTORED = 'restored';

export type Outbox<Letter extends OpenLetter> = {
  /** Letters in `queued`, `sending` and `unknown`, in the order of the ticket. */
  open: Letter[];
  /** False: news, or whoever wrote it, brought it to its end since it was read. */
  isAsRead: (letter: Letter) => boolean;
  mark: (letter: Letter, change: LetterChange) => void;
  send: (letter: Letter) => Promise<Sending>;
  /** Letters from before this instant may have left in a future that a restore undid; null: none was. */
  restoredAt: Instant | null;
  now: () => Instant;
  /** 0 to 1. */
  chance: () => number;
};

/**
 * Goes through the open letters once. A letter is marked `sending` before it is handed over, so one found in `sending` is left
 * from a crash: its fate is unknown, and it is sent again only after `DOUBT_MS` without news of it (SR5). While a recipient has an earlier
 * letter waiting, later ones wait too, so that each reads things in order (SR4); other recipients do not (SO08). After a restore nothing from
 * before it is sent: people look at it first (SR6).
 */
export async function drain<Letter extends OpenLetter>(outbox: Outbox<Letter>): Promise<void> {
  const waiting = new Set<Address>();
  for (const letter of outbox.open) {
    if (!outbox.isAsRead(letter)) continue;
    if (outbox.restoredAt !== null && letter.createdAt < outbox.restoredAt) {
      outbox.mark(letter, { state: 'failed', reason: RESTORED });
      continue;
    }
    const at = outbox.now();
    const doubted = letter.state === 'sending' || (letter.state === 'unknown' && isImpossible(letter.dueAt, at));
    if (doubted) outbox.mark(letter, { state: 'unknown', dueAt: at + DOUBT_MS });
    if (!doubted && isDue(letter.dueAt, at) && !waiting.has(letter.recipient)) {
      const done = await handOver(outbox, letter);
      if (done) continue;
    }
    waiting.add(letter.recipient);
  }
}

/** Whether the letter came to its end. */
async function handOver<Letter extends OpenLetter>(outbox: Outbox<Letter>, letter: Letter): Promise<boolean> {
  const attempts = letter.attempts + 1;
  const hand = letter.state === 'unknown' ? { possiblyTwice: true } : { handedAt: outbox.now() };
  outbox.mark(letter, { state: 'sending', attempts, ...hand });

  const result = await outbox.send(letter);
  switch (result.kind) {
    case 'sent':
      outbox.mark(letter, { state: 'sent', messageId: result.messageId, reason: null });
      return true;
    case 'noted':
    case 'unwanted':
      outbox.mark(letter, { state: result.kind, reason: null });
      return true;
    case 'failed':
      outbox.mark(letter, { state: 'failed', reason: result.reason });
      return true;
    case 'retry':
    case 'unknown': {
      const at = outbox.now();
      const dueAt = nextTry(attempts, { createdAt: letter.createdAt, at, chance: outbox.chance() });
      if (dueAt === null) outbox.mark(letter, { state: 'failed', reason: result.reason });
      else if (result.kind === 'retry') outbox.mark(letter, { state: 'queued', dueAt, reason: result.reason });
      else outbox.mark(letter, { state: 'unknown', dueAt: at + DOUBT_MS, reason: result.reason });
      return dueAt === null;
    }
  }
}
