/** Words for what machines write, and for letters that did not reach their readers. */

import type { Robot } from '../../rules/mail.ts';
import type { BounceReason } from '../../rules/letter-kinds.ts';
import type { MuteReason } from '../../rules/ticket.ts';

/** One line of the history each. */
const from: Record<Robot, (name: string) => string> = {
  'out-of-office': (name) => `Out of office: ${name}`,
  bounce: (name) => `Delivery report from ${name}`,
  complaint: (name) => `Spam complaint passed on by ${name}`,
  list: (name) => `Mailing list: ${name}`,
  machine: (name) => `Automatic mail from ${name}`,
};

/** Ends *The letter did not arrive: …*. */
const bounceReason: Record<BounceReason, string> = {
  userUnknown: 'there is no such mailbox',
  hostUnknown: 'there is no mail server for that domain',
  moved: 'the person has another address now',
  notAccepted: 'that domain takes no mail',
  suspended: 'the mailbox is closed',
  mailboxFull: 'the mailbox is full',
  tooLarge: 'the letter is too large for the recipient’s server',
  rejectedBySpam: 'the recipient’s server took it for spam',
  virus: 'the recipient’s server found something dangerous in it',
  policy: 'the recipient’s server does not take mail from us, by its rules',
  authenticationFailure: 'the recipient’s server doubts that it is from us (SPF, DKIM, DMARC)',
  relayDenied: 'the recipient’s server does not know that domain',
  senderRejected: 'the recipient’s server does not accept our sender address',
  refused: 'the recipient’s server refused it without saying why',
  contentError: 'the recipient’s server finds fault with its form',
  busy: 'the recipient’s server had too much to do, or asks us to slow down',
  expired: 'the recipient’s server did not take it in time',
  network: 'the recipient’s server could not be reached',
  systemError: 'the recipient’s server has a fault',
  erased: 'the person was erased',
  unknown: 'the report does not say why',
};

const why: Record<MuteReason, string> = { tooMany: 'more than 10 mails in 10 minutes', sameText: 'the same text three times' };

export const machineMail = {
  from,
  bounceReason,
  events: {
    undelivered: (person: string, reason: string) => `A letter did not reach ${person}: ${reason}`,
    complained: (person: string) => `${person} called a letter spam`,
    bounced: (person: string) => `${person} gets no more letters until the address is tried again`,
    triedAgain: (who: string, person: string) => `${who} lets letters go to ${person} again`,
    wroteAgain: (person: string) => `${person} wrote, so letters go there again`,
    muted: (person: string, reason: MuteReason, until: string) => `${person} writes like a robot (${why[reason]}): mails wait at the door until ${until}`,
    unmuted: (who: string, person: string) => `${who} takes ${person} for a person again`,
  },
  /** Behind a letter's state. */
  answer: (words: string) => `The server said: ${words}`,
  person: {
    bounced: (reason: string) => `gets no letters: ${reason}`,
    tryAgain: 'Try again',
    muted: (until: string) => `mails wait at the door until ${until}, as a robot’s`,
    unmute: 'Let in again',
  },
};
