/** Words of a ticket's history: its articles, its events, and what became of its letters. */

import { machineMail } from './machine-mail.ts';
import type { LetterState } from '../../rules/letter-kinds.ts';
import type { Channel, WatcherRole } from '../../rules/ticket.ts';

const via: Record<Channel, string> = { mail: 'by mail', portal: 'in the portal' };
const as: Record<WatcherRole, string> = { requester: 'as requester', cc: 'in Cc', agent: 'as agent' };

const events = {
  opened: (who: string, channel: Channel) => `${who} opened the ticket ${via[channel]}`,
  joined: (who: string, person: string, role: WatcherRole) => `${who} added ${person} ${as[role]}`,
  joinedSelf: (person: string, role: WatcherRole) => `${person} joined ${as[role]}`,
  left: (who: string, person: string) => `${who} removed ${person}`,
  leftSelf: (person: string) => `${person} left the ticket`,
  leftOut: (people: string) => `Not added, because they would be too many for one mail, one ticket, one person or one day: ${people}`,
  historyShared: (who: string, person: string) => `${who} let ${person} read the history from its beginning`,
  readdressed: (person: string) => `${person} has a new mail address`,
  erased: (person: string) => `Name and address were erased: ${person}`,
  changed: (who: string, field: string, from: string, to: string) => `${who} changed ${field.toLowerCase()}: ${from} → ${to}`,
  proven: (person: string) => `${person} has proven the address by answering with their own reply key`,
  accepted: (who: string, person: string) => `${who} vouched for ${person}`,
  engaged: (who: string) => `${who} was the first agent to act`,
  refusedReply: (person: string) => `A mail from ${person} was not added because the ticket is closed; it is kept, and the sender was told`,
  called: {
    written: (who: string) => `${who} wrote, and nobody has this ticket: agents of its queue were told`,
    moved: (who: string) => `${who} brought this ticket here, and nobody has it: agents of its queue were told`,
  },
  overdue: (due: string) => `Overdue since ${due}`,
  takenBack: (who: string) => `${who} took back an answer before it was sent`,
  overtaken: (author: string, who: string) => `An answer of ${author} was not sent, because ${who} had written meanwhile; it is a draft again`,
  closeUndone: (who: string) => `${who} undid the closing; nobody got a letter about it`,
  heldReply: (person: string) => `A mail from ${person} would have answered past something new; it waits at the door, and the sender was told`,
  joinedWith: (person: string, role: WatcherRole, number: string) => `${person} came with ${number} ${as[role]}`,
  mergedInto: (who: string, number: string) => `${who} merged this ticket into ${number}`,
  unmerged: (who: string, number: string) => `${who} split this ticket from ${number} again`,
  tookOver: (who: string, number: string) => `${who} merged ${number} into this ticket`,
  gaveBack: (who: string, number: string) => `${who} split ${number} from this ticket again`,
  mentions: (before: string) => `The mail refers to ticket ${before}, but did not belong on it by itself`,
  mentionedBy: (before: string) => `Ticket ${before} began with a mail that refers to this one`,
};

/** Why we did not send a letter; other reasons are the platform's own words. */
const notSent: Record<string, string> = {
  leftTicket: 'is no longer on the ticket',
  notOfQueue: 'does not work in the ticket’s queue',
  disabled: 'the account is disabled',
  decidedBefore: 'the mail was decided about before',
  bounced: 'the address takes no mail',
  erased: 'the person was erased',
  restored: 'was still waiting when the desk was restored from a backup, and may have been sent long ago',
  secretOver: 'the credential is no longer asked for, or the desk has no SECRETS_KEY',
};

const letters = {
  to: (people: number) => (people === 1 ? 'To 1 person' : `To ${people} people`),
  outcome: (states: Record<LetterState, number>) =>
    [
      states.delivered > 0 ? `${states.delivered} delivered` : '',
      states.sent > 0 ? `${states.sent} handed over` : '',
      states.deferred > 0 ? `${states.deferred} delayed` : '',
      states.queued + states.sending > 0 ? `${states.queued + states.sending} under way` : '',
      states.bounced > 0 ? `${states.bounced} did not arrive` : '',
      states.complained > 0 ? `${states.complained} called spam` : '',
      states.noted > 0 ? `${states.noted} in the daily digest` : '',
      states.unwanted > 0 ? `${states.unwanted} not wanted` : '',
      states.failed > 0 ? `${states.failed} failed` : '',
      states.unknown > 0 ? `${states.unknown} unclear` : '',
    ].filter((part) => part !== '').join(', '),
  none: 'To nobody but the history',
  reason: (reason: string) => `Reason: ${reason}`,
  notSent,
  twice: 'perhaps sent twice',
  aside: 'set aside',
};

export const history = {
  title: 'History',
  newest: 'newest first',
  desk: 'The desk',
  unknown: 'Unknown sender',
  request: 'Original request',
  reply: 'Reply',
  comment: 'Comment',
  onlyAgents: 'only agents see this',
  via,
  automatic: 'Automatic mail',
  automaticHint: 'A machine wrote this; nobody was told.',
  from: (number: string) => `from ${number}`,
  sameMessageId: 'Has the same Message-ID as another mail, but other content.',
  folded: { quote: 'Quoted text', signature: 'Signature' },
  wholeText: 'Show the whole text',
  machine: machineMail,
  asSent: 'Show as sent',
  asText: 'Show as text',
  showSource: 'Show source',
  asSentTitle: (name: string) => `Mail of ${name} as sent`,
  source: 'Raw mail (.eml)',
  files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  moreEvents: (count: number) => (count === 1 ? '1 more entry' : `${count} more entries`),
  empty: 'Nothing you may read here yet. You see what is said from now on.',
  nothing: 'none',
  subject: (subject: string) => `“${subject}”`,
  readMail: 'Read the mail',
  openTicket: (number: string) => `Open ${number}`,
  events,
  letters,
};
