/** Words of the tickets' pages: lists, the form for a new one, the ticket itself. */

import type { Field, Status, WatcherRole } from '../../rules/ticket.ts';
import { history } from './history.ts';

/** Staff read the status from the desk's side. */
const staffStatus: Record<Status, string> = {
  new: 'new',
  open: 'open',
  waiting: 'waiting',
  closed: 'closed',
  rejected: 'rejected',
};

const columns = {
  number: '#',
  subject: 'Subject',
  status: 'Status',
  requester: 'Requester',
  owner: 'Owner',
  priority: 'Priority',
  due: 'Due',
  updated: 'Updated',
  created: 'Created',
};

const due = {
  overdue: 'overdue',
  soon: 'due soon',
};

const ownTickets = {
  title: 'My tickets',
  open: 'Open',
  closed: 'Closed',
  filter: 'Which tickets',
  emptyOpen: 'You have no open tickets.',
  emptyClosed: 'None of your tickets is closed yet.',
  emptyTodo: 'Write to us when something does not work: by mail, or here.',
  count: (total: number) => (total === 1 ? '1 ticket' : `${total} tickets`),
};

const newTicket = {
  title: 'New ticket',
  lead: (address: string) => `Only subject and description are needed; everything else saves us both a question. A mail to ${address} does the same.`,
  subject: 'Subject',
  subjectHint: 'A line that tells it from all others, such as “Outlook asks for the password since Monday, PC 0815”.',
  text: 'What exactly is it about?',
  textHint: 'What happens, what should happen instead, and the exact words of error messages.',
  files: 'Screenshots and files',
  filesHint: 'A picture of the whole screen helps most. Up to 25 MB together.',
  cc: 'Who should get copies?',
  ccHint: 'Addresses of colleagues who should read along, separated by commas.',
  warning: 'Please do not send passwords or other credentials: not here and not by mail. If we need one, we ask for it in a safer way.',
  more: 'More that helps us',
  moreHint: 'Answer what you know and leave out the rest.',
  helps: {
    device: 'Which hardware or software?',
    deviceHint: 'Such as the laptop, the printer on the 2nd floor, Windows 11.',
    programs: 'Which programs are involved?',
    programsHint: 'With their version, if you know it.',
    frequency: 'How often does it happen?',
    frequencyHint: 'Always, now and then, only once; and since when.',
    tried: 'What have you tried already?',
    triedHint: 'Such as restarting, another cable, another account.',
    inventory: 'Inventory numbers',
    inventoryHint: 'They are on a label on the device.',
    affected: 'Who else is affected?',
    affectedHint: 'Only you, the whole office, everybody?',
    phone: 'Phone number for questions',
    phoneHint: 'And when we can reach you there.',
  },
  send: 'Open ticket',
  errors: {
    subject: 'Please give the ticket a subject.',
    subjectLong: 'Please shorten the subject to 500 characters.',
    text: 'Please describe what it is about.',
    textLong: 'Please shorten the text to 200,000 characters, or attach it as a file.',
    cc: (wrong: string) => `This is not an e-mail address: ${wrong}`,
    ccMany: 'Please name 10 addresses at most.',
    filesMany: 'Please attach 20 files at most.',
    filesAgain: 'Please choose your files again: browsers do not keep them.',
  },
};

const fields: Record<Field, string> = {
  subject: 'Subject',
  queue: 'Queue',
  status: 'Status',
  owner: 'Owner',
  priority: 'Priority',
  finalPriority: 'Final priority',
  startsAt: 'Starts',
  startedAt: 'Started',
  lastContactAt: 'Last contact',
  dueAt: 'Due',
  closedAt: 'Closed',
};

const roles: Record<WatcherRole, string> = { requester: 'Requester', cc: 'Gets copies (Cc)', agent: 'Agent' };

const ticket = {
  title: (number: number, subject: string) => `#${number} ${subject}`,
  basics: 'Basics',
  number: 'Number',
  priorityHint: 'now / in the end',
  dates: 'Dates',
  created: 'Created',
  updated: 'Updated',
  by: (name: string) => `by ${name}`,
  never: 'not yet',
  people: 'People',
  nobodyVouches: 'Nobody vouches for the requester’s address, so it may be forged. Nothing is sent automatically until you answer.',
  toFacts: 'Basics, dates and people',
  fields,
  roles,
  closed: 'This ticket is closed; it takes no more replies.',
  closedTodo: 'If it is still not right or something new has come up, please open a new ticket and name this number.',
  closedStaff: 'This ticket is closed. To answer, reopen it first.',
  rejected: 'This ticket was rejected as spam. Nobody gets letters from it.',
  replyTo: 'Goes to',
  replyToNobody: 'nobody but the history',
  reply: 'Reply',
  replyText: 'Your reply',
  replyHintStaff: 'The customer reads this.',
  replySend: (name: string, others: number) => (others === 0 ? `Send to ${name}` : `Send to ${name} + ${others}`),
  replySendPlain: 'Send reply',
  comment: 'Comment',
  commentText: 'Your comment',
  commentHint: 'Only agents see this.',
  commentSend: 'Comment internally',
  files: 'Attach files',
  filesShort: 'Files',
  change: 'Change',
  save: 'Save',
  statusTo: { new: 'Set to new', open: 'Set to open', waiting: 'Wait for customer', closed: 'Close', rejected: 'Reject as spam' },
  reopen: 'Reopen',
  take: 'Take it',
  release: 'Release',
  give: 'Give',
  giveTo: 'Give to',
  priorityNow: 'Initial',
  priorityEnd: 'Final',
  priorityWrong: 'Please give whole numbers from 0 to 100.',
  add: 'Add',
  addAddress: 'E-mail address',
  addRole: 'As',
  addPerson: 'Add a person',
  addressWrong: 'This is not an e-mail address.',
  remove: 'Remove',
  leave: 'Take me off this ticket',
  proposed: 'not confirmed',
  invited: 'invited',
  since: (article: number) => `reads from entry ${article} on`,
  statusWrong: (typed: string) => (typed === '' ? 'Please choose one of the statuses.' : `“${typed}” is no status. Please choose one of these.`),
  moveTo: 'Move to',
  move: 'Move',
  queueWrong: 'Please choose a queue that takes tickets.',
  you: 'you',
};

export const ticketPages = { staffStatus, columns, due, ownTickets, newTicket, ticket, history };
