/** Words of the pages on which admins set up queues. */

import type { Region } from '../../directory/holidays.ts';
import type { ClosedReply } from '../../rules/queues.ts';

const fields = {
  name: 'Name',
  address: 'E-mail address',
  aliases: 'Further addresses',
  tag: 'Subject tag',
  due_days: 'Due after business days',
  closed_reply: 'A mail to a closed ticket',
  reopen_days: 'Days for reopening',
  priority: 'Priority at the start',
  final_priority: 'Priority when due',
  zone: 'Time zone',
  region: 'Public holidays',
  signature_de: 'Signature in German',
  signature_en: 'Signature in English',
};

const hints = {
  address: 'Customers write to it, and every letter of the queue comes from it. Mail routing must bring it to this desk.',
  aliases: 'Addresses that lead here too, separated by commas. A former address stays here, because letters with it are still out.',
  tag: 'The word before the number: letters, digits, dots and hyphens. Former tags go on leading to their tickets.',
  due_days: 'Counted from the next opening.',
  reopen_days: 'Only where a mail reopens. Later mails are refused.',
  hours: 'Leave a day empty if nobody works on it.',
  zone: 'Like Europe/Berlin or America/New_York.',
  signature: 'Beneath all answers of the queue in letters, below that of the agent: where what the law wants in a business letter stands.',
};

const closedReplies: Record<ClosedReply, string> = {
  refuse: 'is refused; its sender is told so',
  'follow-up': 'opens a new ticket that refers to it',
  reopen: 'reopens it for some days',
};

const regions: Record<Region, string> = {
  none: 'None',
  DE: 'Germany, those of the whole country',
  'DE-BW': 'Baden-Württemberg',
  'DE-BY': 'Bavaria',
  'DE-BE': 'Berlin',
  'DE-BB': 'Brandenburg',
  'DE-HB': 'Bremen',
  'DE-HE': 'Hesse',
  'DE-HH': 'Hamburg',
  'DE-MV': 'Mecklenburg-Western Pomerania',
  'DE-NI': 'Lower Saxony',
  'DE-NW': 'North Rhine-Westphalia',
  'DE-RP': 'Rhineland-Palatinate',
  'DE-SL': 'Saarland',
  'DE-SN': 'Saxony',
  'DE-ST': 'Saxony-Anhalt',
  'DE-SH': 'Schleswig-Holstein',
  'DE-TH': 'Thuringia',
};

const errors = {
  name: 'Please give the queue a name.',
  aliases: 'Please give up to 20 e-mail addresses, separated by commas.',
  addressTaken: (address: string, queue: string) => `${address} leads to the queue ${queue} already.`,
  addressOfStaff: (address: string) => `${address} belongs to somebody who works here.`,
  tag: 'Please give up to 60 letters, digits, dots or hyphens.',
  tagTaken: (queue: string) => `This is or was the tag of the queue ${queue}.`,
  days: 'Please give a whole number from 0 to 365.',
  closedReply: 'Please choose what happens to such a mail.',
  zone: 'There is no such time zone.',
  region: 'Please choose a region.',
  time: 'Please give a time like 08:00, or leave the day empty.',
  timeOrder: 'The end must be later than the beginning.',
  neverOpen: 'Please leave at least one day open.',
  lastQueue: 'This is the only queue that takes new tickets; it cannot be retired.',
};

export const queuePages = {
  title: 'Queues',
  lead: 'Where tickets wait. Each queue has an address, a subject tag and business hours of its own; a mail to its address opens a ticket in it.',
  back: 'All queues',
  promises: 'What customers can rely on',
  hours: 'Business hours',
  from: 'from',
  to: 'to',
  addTitle: 'Another queue',
  addHint: 'Its address must be one that mail routing brings to this desk and that may send.',
  add: 'Add queue',
  retire: 'Retire',
  revive: 'Take up again',
  retireHint: 'A queue is never deleted. A retired one takes no new tickets; those in it go on, and mails to its address open tickets in the first queue.',
  retired: 'retired',
  isRetired: 'This queue is retired: it takes no new tickets. Those in it go on.',
  before: 'before:',
  dueAfter: (days: number) => (days === 1 ? 'after 1 business day' : `after ${days} business days`),
  fields,
  hints,
  closedReplies,
  regions,
  errors,
};
