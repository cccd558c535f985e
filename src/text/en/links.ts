/** Words of tickets that are connected, split off a text, forwarded, or follow up. */

import type { Relation } from '../../rules/links.ts';

const relation: Record<Relation, string> = {
  relates: 'relates to',
  blocks: 'blocks',
  blockedBy: 'is blocked by',
  follows: 'follows up on',
  followedBy: 'is followed up by',
  splitInto: 'was split into',
  splitFrom: 'was split off',
  consults: 'asks outside in',
  consultedFor: 'asks outside for',
};

export const links = {
  title: 'Linked tickets',
  relation,
  this: 'This ticket',
  add: 'Link a ticket',
  addRelation: 'How',
  addNumber: 'Number of the other ticket',
  addButton: 'Link',
  remove: 'Unlink',
  relationWrong: 'Please choose one of these.',
  events: {
    linked: (who: string, how: Relation, number: string, subject: string) => `${who} linked: this ticket ${relation[how]} ${number} “${subject}”`,
    unlinked: (who: string, how: Relation, number: string) => `${who} unlinked: this ticket ${relation[how]} ${number} no longer`,
    answered: (who: string, number: string) => `${who} answered in ${number} to what was forwarded`,
  },
  readAnswer: 'Read the answer',
  split: {
    link: 'Split off',
    title: 'Split this text off into a ticket of its own',
    lead: (name: string) => `${name} becomes its requester and gets its number by mail. The text stays here as well, and both tickets are linked.`,
    subject: 'Subject of the new ticket',
    button: 'Split off',
    notThis: 'Only what somebody outside wrote can be split off.',
  },
  forward: {
    link: 'Forward',
    title: 'Forward to somebody outside',
    lead: 'It goes out on a ticket of its own, which waits for the answer and is linked with this one. Whoever gets it sees nothing else of this ticket; its requester sees nothing of what they answer.',
    to: 'To',
    toHint: 'Addresses, separated by commas.',
    toMissing: 'Please name at least one address.',
    toWrong: (wrong: string) => `This is no address that we can write to: ${wrong}`,
    toMany: 'Please name at most 10 addresses.',
    subject: 'Subject',
    text: 'Text',
    textHint: 'What you do not want to send, take out.',
    files: 'Files',
    button: 'Forward',
    prefix: (subject: string) => `Fwd: ${subject}`,
    head: (name: string, when: string) => `${name} wrote on ${when}:`,
  },
  followUp: {
    link: 'New ticket that follows up',
    lead: (number: string) => `The new ticket will follow up on ${number}.`,
    for: 'For whom?',
    forHint: 'The address of the customer for whom you write; they become the requester and get what you write here. Leave it empty for a ticket of your own.',
    forWrong: 'This is no address that we can write to.',
  },
  makeRequester: 'Make requester',
  moveBack: 'Move back',
};
