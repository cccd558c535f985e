/** Words for letters that somebody should look at. */

import type { Settling, Trouble } from '../../rules/letter-trouble.ts';
import type { Refusal } from '../../rules/ticket.ts';

const kinds: Record<Trouble, string> = {
  inDoubt: 'unclear whether it was sent',
  failed: 'could not be sent',
  undelivered: 'did not arrive',
  twice: 'perhaps sent twice',
};

/** What follows by itself, and what does not. */
const meaning: Record<Trouble, string> = {
  inDoubt: 'The connection broke while it was handed over. If nothing is heard of it, it is sent again by itself after a quarter of an hour, and may then arrive twice.',
  failed: 'Its reader has not got it. Nothing more happens by itself.',
  undelivered: 'It was sent and came back. Nothing more happens by itself.',
  twice: 'It was sent again because nothing was heard of the first time. Its reader may have it twice; there is nothing to be done.',
};

/** By the platform's codes for letters that it did not take. */
const codes: Record<string, string> = {
  E_RATE_LIMIT_EXCEEDED: 'too many mails at once for the mail service; it was tried for a day',
  E_DAILY_LIMIT_EXCEEDED: 'the mail service takes no more mails of ours for that day; it was tried for a day',
  E_INTERNAL_SERVER_ERROR: 'the mail service had a fault; it was tried for a day',
  E_DELIVERY_FAILED: 'the mail service could not pass it on; it was tried for a day',
  E_VALIDATION_ERROR: 'the mail service finds fault with its form',
  E_SENDER_NOT_VERIFIED: 'the sender’s address is not set up at the mail service',
  E_RECIPIENT_NOT_ALLOWED: 'the mail service may not write to this address',
  E_RECIPIENT_SUPPRESSED: 'the mail service writes to this address no more, because mails to it came back or were called spam',
  E_CONTENT_TOO_LARGE: 'it is larger than the mail service takes',
  E_HEADER: 'the mail service finds fault with a header',
  E_FILES: 'its files could not be fetched; it was tried for a day',
  E_LINK: 'the link in it could not be made; it was tried for a day',
};

const said: Partial<Record<Refusal | Settling, string>> = {
  again: 'The letter is being sent again. If it fails once more, it is back under “Letter trouble”.',
  aside: 'The letter was set aside.',
  notInTrouble: 'Somebody was faster: this letter needs nothing any more.',
  merged: 'The ticket is part of another one by now, so nothing is sent from it any more. Please write from there.',
};

export const troubles = {
  title: 'Letters in trouble',
  lead: 'Letters that were not sent, did not arrive, or may have been sent twice. Send them again, or set them aside when their readers know by another way.',
  empty: 'Every letter has gone out.',
  emptyTodo: 'Letters that fail, come back or are in doubt stand here.',
  kinds,
  meaning,
  codes,
  said,
  /** A letter as one reads it out: *Reply to max@kunde.example*. */
  letter: (kind: string, to: string) => `${kind} to ${to}`,
  again: 'Send again',
  aside: 'Set aside',
  events: {
    letterSentAgain: (who: string, kind: string, to: string) => `${who} had the letter “${kind}” sent to ${to} again`,
    letterSetAside: (who: string, kind: string, to: string) => `${who} set the letter “${kind}” to ${to} aside`,
  },
};
