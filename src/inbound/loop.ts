/** Letters of ours that come back (A15). */

import type { Mail } from '../rules/mail.ts';
import { ownAddress } from '../rules/reply-key.ts';
import type { Gathered } from './gather.ts';

export type LoopReason = 'ownMail' | 'ownLetter';

/**
 * Why the mail is one of our own, or null: it comes from an address of ours, or it is a letter that somebody's machine sent back, by its
 * Message-ID or by the header that every letter carries. Forging that brings nobody anything but the loop list.
 */
export function loopReason(mail: Pick<Mail, 'from' | 'headers'>, { ownAddresses, tickets }: Pick<Gathered, 'ownAddresses' | 'tickets'>): LoopReason | null {
  if (mail.from !== null && ownAddress(mail.from.address, ownAddresses) !== null) return 'ownMail';
  const passed = mail.headers.some(({ name, value }) => name === 'x-loop' && ownAddress(value.trim(), ownAddresses) !== null);
  return passed || tickets.isLetter ? 'ownLetter' : null;
}
