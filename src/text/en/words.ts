/** Words of the desk that letters and portal share. */

import type { DoorReason } from '../../rules/commands.ts';
import type { LetterKind, LetterState } from '../../rules/letter-kinds.ts';
import type { Refusal, Status, WatcherRole } from '../../rules/ticket.ts';

const status: Record<Status, string> = {
  new: 'new',
  open: 'open',
  waiting: 'waiting for you',
  closed: 'closed',
  rejected: 'rejected',
};

const roles: Record<WatcherRole, string> = { requester: 'Requester', cc: 'Cc', agent: 'Agent' };

const letterState: Record<LetterState, string> = {
  queued: 'waiting to be sent',
  sending: 'being sent',
  sent: 'handed over',
  deferred: 'delayed, is still being tried',
  delivered: 'taken by the recipient’s server',
  bounced: 'did not arrive',
  complained: 'called spam by the recipient',
  failed: 'could not be sent',
  noted: 'comes in the daily digest',
  unwanted: 'not wanted, so not written',
  unknown: 'unclear whether it was sent',
};

const letterKind: Record<LetterKind, string> = {
  acknowledgement: 'Acknowledgement',
  correspondence: 'Reply',
  comment: 'Comment',
  mentioned: 'Comment that mentions them',
  'new-ticket': 'New ticket',
  called: 'Notice: nobody has the ticket',
  overdue: 'Notice: overdue',
  closed: 'Closing mail',
  refused: 'Notice: ticket is closed',
  held: 'Notice: answer held back',
  confirm: 'Question about a mail at the door',
  'owner-changed': 'Notice: owner changed',
  'secret-asked': 'Request for a credential',
  'secret-given': 'Notice: credential entered',
};

const refusal: Record<Refusal, string> = {
  notAllowed: 'You may not do that here.',
  notFound: 'There is no such ticket, or you may not see it.',
  closed: 'This ticket is closed. Please open a new one for a new problem.',
  noText: 'Please write something.',
  alreadyOnTicket: 'This person is on the ticket already.',
  notOnTicket: 'This person is not on the ticket.',
  ownAddress: 'This is an address of the desk itself; it cannot be on a ticket.',
  notStaff: 'Only agents can do that; this address does not belong to one.',
  notOfQueue: 'This agent does not work in the ticket’s queue. An admin can change that under People.',
  lastRequester: 'A ticket needs a requester. Make somebody else the requester first.',
  merged: 'This ticket is part of another one by now. Please go on there.',
  notMerged: 'This ticket is no part of another one.',
  sameTicket: 'This is the same ticket.',
  noSuchTicket: 'There is no ticket with this number.',
  rejected: 'One of the two tickets was rejected as spam. Open it again first.',
  tooLate: 'It is too late for that: the letter is on its way.',
  unseen: 'Something was written meanwhile that you have not seen. Please read it; your text is still here and was not sent.',
  secretOver: 'This credential is gone: it was seen, withdrawn, or not entered in time.',
  tooManyLabels: 'You can put at most 20 labels on a ticket.',
  changedSince: 'Something happened on it since, so that nothing was undone.',
  notInText: 'None of these passages is in the text.',
  notInTrouble: 'This letter needs nothing any more.',
};

const doorReason: Record<DoorReason, string> = {
  otherSender: 'The mail answers with somebody else’s reply address.',
  notAuthenticated: 'Nobody vouches for the sender’s address, so it may be forged.',
  notProven: 'The sender only stood in Cc so far and has not answered a letter of ours yet, so the number alone does not let them in.',
  agentWithoutKey: 'The mail claims to come from an agent but does not have the agent’s reply address.',
  notOfQueue: 'The sender is on the ticket as an agent, but does not work in its queue.',
  ticketRejected: 'The ticket it belongs to was rejected as spam.',
  noSender: 'It has no sender, or more than one.',
  unreadable: 'It could not be read.',
  disabledSender: 'The sender’s account is disabled.',
  flood: 'The sender has made more than 20 new tickets within an hour.',
  unseen: 'Its sender had not yet seen what was written on this ticket meanwhile.',
  muted: 'The sender writes on this ticket like a robot.',
};

export const words = { status, roles, letterState, letterKind, refusal, doorReason, dispatcher: 'Dispatcher', noSubject: '(no subject)', noText: '(no text)', notDisplayed: '(This mail could not be displayed. The agents have the original.)', textCut: '(The mail is longer. The agents have all of it.)' };
