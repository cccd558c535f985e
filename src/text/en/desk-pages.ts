/** Words of the agents' and admins' pages. */

import type { IntakeOutcome } from '../../directory/schema.ts';
import type { AccountRole } from '../../rules/ticket.ts';
import { confirm } from './confirm.ts';
import { words } from './words.ts';

const views = {
  label: 'Views',
  mine: 'Mine',
  nobody: 'Nobody’s',
  open: 'All open',
  waiting: 'Waiting for customer',
  due: 'Due and overdue',
  closed: 'Closed',
  door: 'At the door',
  intake: 'Intake ledger',
  letters: 'Letter trouble',
  titles: { mine: 'My tickets', nobody: 'Nobody’s tickets (Dispatcher)', open: 'All open tickets', waiting: 'Tickets waiting for the customer', due: 'Due and overdue tickets', closed: 'Closed tickets' },
  empty: {
    mine: 'You own no open ticket.',
    nobody: 'Every open ticket has an owner.',
    open: 'No open tickets. New mails to the support address appear here.',
    waiting: 'No ticket waits for a customer.',
    due: 'Nothing is overdue or due within a business day.',
    closed: 'No ticket is closed yet.',
  },
  /** What each view is in the search line. */
  queries: { mine: 'owner:me is:open', nobody: 'owner:nobody is:open', open: 'is:open', waiting: 'status:waiting', due: 'is:due', closed: 'is:closed' },
  toNobody: (count: number) => (count === 1 ? '1 ticket has no owner yet' : `${count} tickets have no owner yet`),
};

const outcomes: Record<IntakeOutcome, string> = {
  received: 'in progress',
  filed: 'on a ticket',
  door: 'at the door',
  machine: 'machine mail',
  loop: 'own mail, came back',
  refused: 'refused',
};

/** Why a mail is where it is. Those at the door share the sentences of `words`. */
const reasons: Record<string, string> = {
  ...words.doorReason,
  closed: 'The ticket was closed; the sender was told so.',
  byAgent: 'An agent refused it.',
  erased: 'Its sender was erased, and the mail with them.',
  disowned: 'Whoever was asked by mail said that it is not theirs, or not from anybody they know.',
  ownMail: 'It came from an address of the desk itself.',
  ownLetter: 'It is a letter of the desk that a machine sent back.',
  'out-of-office': 'An out-of-office reply.',
  bounce: 'A report that a mail could not be delivered.',
  complaint: 'A report that somebody called a letter spam.',
  list: 'A mail of a mailing list.',
  machine: 'A machine wrote it.',
};

const door = {
  title: 'At the door',
  lead: 'These mails are kept but on no ticket yet: nobody knows for sure who wrote them, or they could not be read. Nothing here is ever passed on by itself.',
  empty: 'Nobody is waiting at the door.',
  emptyTodo: 'Mails whose sender is in doubt wait here for you.',
  from: 'From',
  to: 'To',
  noSender: 'no sender',
  meant: (number: string) => `It names ticket ${number}.`,
  lists: 'Mails at the door',
  waiting: 'Waiting',
  decidedList: 'Decided',
  noneDecided: 'Nothing was decided yet.',
  noneDecidedTodo: 'Mails about which you or others decided stand here, and can be decided about again.',
  keys: 'Keys: j and k go from mail to mail; a admits, t makes a ticket, x refuses.',
  admitted: (subject: string, by: string) => `“${subject}” was let in by ${by}:`,
  refused: (subject: string, by: string) => `“${subject}” was refused by ${by}. It is kept.`,
  stillWaits: (subject: string, by: string) => `${by} decided about “${subject}”, but it still waits.`,
  decideAgain: 'Decide again',
  verdicts: {
    pass: (domain: string) => `${domain} confirms that the mail is from there.`,
    fail: (domain: string) => `${domain} says that the mail is not from there.`,
    none: (domain: string) => `Nothing shows whether the mail is really from ${domain}.`,
  },
  asked: (address: string) => `${address} was asked by mail and has not answered yet.`,
  read: 'Read it',
  admit: (number: string) => `Admit to ${number}`,
  open: 'Make a ticket',
  refuse: 'Refuse',
  about: (subject: string) => `(mail “${subject}”)`,
  decided: 'This mail was decided about already.',
  source: 'Raw mail (.eml)',
  unreadable: 'The mail could not be displayed. You can download it and open it in a mail program.',
  back: 'Back to the door',
  files: 'Files in it',
  decisionWrong: 'Please choose one of the decisions.',
  whoWrote: 'Who wrote it (e-mail address)',
  flood: (sender: string, mails: number) => `${sender} writes too many new tickets at once: ${mails} ${mails === 1 ? 'mail waits' : 'mails wait'} here.`,
  braked: 'More than 100 acknowledgements went out within ten minutes, so none are sent for now. Tickets are made as usual.',
};

const intake = {
  title: 'Intake ledger',
  lead: 'Every mail that ever arrived, and what became of it.',
  received: 'arrived',
  all: 'All',
  filter: 'Which mails',
  sum: 'Every mail is accounted for',
  columns: { time: 'Arrived', sender: 'Sender', subject: 'Subject', outcome: 'What became of it', size: 'Size' },
  empty: 'No mail here yet.',
  attempts: (times: number) => `begun to read ${times} times`,
  decidedBy: (name: string) => `decided by ${name}`,
  missing: 'its raw source is missing in the store',
  changed: 'its raw source in the store is not the one that arrived',
  lists: 'Mails or days',
  mails: 'Mails',
  byDay: 'By day',
  daysTitle: 'Intake by day',
  daysLead: (zone: string) => `What became of the mails of each day. Days are those of the time zone ${zone}.`,
  day: 'Day',
  noneThatDay: 'No mail',
  findMail: 'Find a mail',
  search: 'Sender, subject or Message-ID',
  find: 'Find',
  noneFound: 'No mail here has that in sender, subject or Message-ID.',
  outcomes,
  reasons,
};

const roles: Record<AccountRole, string> = { requester: 'Customer', agent: 'Agent', admin: 'Admin' };

const people = {
  title: 'People',
  lead: 'Who works here as an agent or admin, and who may not sign in any more.',
  who: 'Who',
  staff: 'Agents and admins',
  customers: 'Customers',
  disabled: 'Disabled',
  columns: { person: 'Person', role: 'Role', letters: 'Gets new tickets', account: 'Account' },
  empty: { staff: 'No agents yet.', customers: 'No customers yet. They appear with their first mail.', disabled: 'Nobody is disabled.' },
  search: 'Part of name or address',
  find: 'Find',
  noneFound: 'Nobody on this list has that in name or address.',
  before: 'Before',
  after: 'After',
  roles,
  wants: 'a mail for each new ticket',
  save: 'Save',
  saveFor: (name: string) => `for ${name}`,
  disable: 'Disable',
  enable: 'Enable',
  lostDevices: 'Devices lost',
  lostDevicesHint: 'Removes all passkeys and the authenticator app, for somebody who lost them',
  active: 'active',
  isDisabled: (when: string) => `disabled since ${when}`,
  you: 'you',
  notYourself: 'You cannot take your own rights away or disable yourself; another admin can.',
  addTitle: 'Add somebody',
  addHint: 'They set their password themselves: sign in, “forgotten password”.',
  address: 'E-mail address',
  name: 'Name',
  role: 'Role',
  add: 'Add',
  addressWrong: 'This is not an e-mail address.',
  addressOwn: 'This is an address of the desk itself.',
  roleWrong: 'Please choose a role.',
};

const adminPages = { people: people.title, queues: 'Queues', organisations: 'Organisations', canned: 'Canned answers', audit: 'Audit log', health: 'Health' };

export const deskPages = { views, door, confirm, intake, admin: people, adminPages };
