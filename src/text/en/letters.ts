/** Words of the letters. Mails: one mail is one line of thought, brief and friendly. */

import type { AccountChange, HeldFacts } from '../../outbox/letter-facts.ts';
import { addressLetters } from './address-letters.ts';
import { confirmLetters } from './confirm.ts';
import { digest } from './digest.ts';
import { secretLetters } from './secrets.ts';

const frame = {
  greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  openTicket: 'Open the ticket in the portal',
  openNewTicket: 'Open a new ticket in the portal',
  onTicket: (number: number) => `You get this mail because you are on ticket #${number}.`,
  joined: (count: number) => `New on this ticket: ${count === 1 ? 'one person' : `${count} people`}, brought along in the Cc of a mail. The ticket in the portal says who, and lets you undo it.`,
  once: (number: number) => `You get this one mail about ticket #${number}; you are not on it.`,
  onDesk: 'You get this mail because you work at this desk.',
  choices: (url: string) => `Choose your letters: ${url}`,
  rows: { number: 'Number', subject: 'Subject', requester: 'Requester', owner: 'Owner' },
  nobody: 'unknown',
  noOwner: 'nobody',
};

const conversation = {
  title: 'The conversation so far, newest first',
  files: 'Files in the portal (sign in to get them)',
  moreFiles: (count: number) => `and ${count} more`,
  comment: 'INTERNAL COMMENT: only agents see this',
  cut: '[…] The rest of this text is in the portal.',
  more: (count: number) => (count === 1 ? 'One older entry is in the portal.' : `${count} older entries are in the portal.`),
};

const acknowledgement = {
  heading: 'We have received your request',
  intro: (number: number) => `Thank you for writing to us. Your request has the number ${number}, and we will get back to you as soon as we can.`,
  rule: 'To add something, simply reply to this mail. This must stay in the subject, so that your mail finds its ticket:',
  portal: 'You can also see in the portal how it is going, and write to us there.',
  password: (address: string) => `No password yet? Choose “Forgotten password”, enter ${address}, and we mail you a link with which you set one.`,
  setPassword: 'Set a password',
  warning: 'Please never send passwords or other credentials by mail. If we need one from you, we ask for it in a safer way.',
};

const correspondence = {
  once: 'To answer, simply reply to this mail: our agents get your reply.',
  reply: 'To answer, simply reply to this mail: everybody on the ticket gets your reply.',
};

const comment = {
  reply: 'A reply to this mail is a comment too: only agents see it. To answer the requester, write in the portal or reply to one of their mails.',
};

const newTicket = {
  heading: 'A new ticket',
  intro: (number: number, requester: string) => `${requester} has opened ticket #${number}.`,
  reply: 'A reply to this mail goes to everybody on the ticket, the requester too, and puts you on it.',
};

const mentioned = {
  heading: (name: string) => `${name} mentioned you`,
};

const called = {
  heading: { written: 'News on a ticket that nobody has', moved: 'A ticket came into your queue' },
  intro: {
    written: (number: number, name: string) => `${name} has written on ticket #${number}, which has no owner and no agent yet.`,
    moved: (number: number, name: string) => `${name} has moved ticket #${number} into a queue of yours. It has no owner yet.`,
  },
  reply: 'A reply to this mail goes to everybody on the ticket, the requester too, and puts you on it if you are not.',
};

const overdue = {
  heading: 'A ticket is overdue',
  headingOwn: 'Your ticket is overdue',
  intro: (number: number, due: string) => `Ticket #${number} was due on ${due}.`,
};

const closing = {
  newTicket: (address: string) => `write a new mail to ${address}, without the number in its subject. You may name the number in the text.`,
};

const closed = {
  heading: 'The ticket is closed',
  intro: (number: number) => `We have closed ticket #${number}.`,
  introBy: (number: number, name: string) => `${name} has closed ticket #${number}.`,
  hope: 'We hope that everything works as it should.',
  notSolved: (address: string) => `Is it not solved, or has something new come up? Then please open a new ticket: ${closing.newTicket(address)}`,
  noReply: 'A closed ticket takes no more mails, so please do not reply to this one.',
  followUp: 'Is it not solved, or has something new come up? Simply reply to this mail: your reply opens a new ticket that knows of this one.',
  reopen: 'Is it not solved? Simply reply to this mail: your reply reopens the ticket if it comes soon.',
};

const refused = {
  heading: 'Your mail was not added',
  intro: (number: number) => `Ticket #${number} is closed and takes no more mails. Your mail was therefore not added to it, and nobody on it has received it.`,
  kept: 'Nothing is lost: your mail is kept, and our agents can look at it.',
  todo: (address: string) => `A new problem is a new ticket. Please ${closing.newTicket(address)}`,
};

const held = {
  heading: 'Your answer has not been sent yet',
  intro: (number: number, at: HeldFacts['at']) => `Something was written on ticket #${number} that you had not seen when you answered. ${at === 'door' ? 'Your mail is therefore kept at the door, and nobody has received it.' : 'Your answer is therefore a draft again, and nobody has received it.'}`,
  missed: 'What you had not seen',
  todo: 'If your answer still fits, send it as it is. If not, answer anew: by replying to this mail, or in the portal.',
  anyway: 'See the answer and send it anyway',
};

const ownerChanged = {
  heading: 'This ticket is yours now',
  intro: (number: number) => `You are now the owner of ticket #${number}.`,
  introBy: (number: number, name: string) => `${name} has made you the owner of ticket #${number}.`,
  reply: 'A reply to this mail goes to everybody on the ticket, the requester too.',
};

const password = {
  subject: (siteName: string) => `${siteName}: set your password`,
  heading: 'Set your password',
  forgotten: (siteName: string) => `You, or somebody else, asked for a new password for ${siteName}.`,
  first: (siteName: string) => `You, or somebody else, asked for a first password for ${siteName}.`,
  todo: 'With this link you set one: enter it twice, then sign in.',
  button: 'Set the password',
  bounds: (minutes: number) => `The link works once, and for ${minutes} minutes.`,
  origin: (ip: string) => `It was asked for from the IP address ${ip}.`,
  notYou: (contact: string) =>
    `Was it not you? Then you need not do anything: without this link nobody can change your password. Please do not pass it on. If this happens again, tell us: ${contact}`,
  why: (address: string) => `This mail went to ${address}, because somebody entered this address on the page “Forgotten password”.`,
};

const signInLink = {
  subject: (siteName: string) => `${siteName}: your link to sign in`,
  heading: 'Sign in',
  what: (siteName: string) => `You, or somebody else, asked for a link to sign in to ${siteName} without a password.`,
  button: 'Sign in',
  notYou: (contact: string) =>
    `Was it not you? Then you need not do anything. Please do not open the link and do not pass it on. If this happens again, tell us: ${contact}`,
  why: (address: string) => `This mail went to ${address}, because somebody entered this address on the page “Sign in by mail”.`,
};

const accountNotice = {
  subject: (siteName: string) => `${siteName}: your way to sign in was changed`,
  heading: 'Your way to sign in was changed',
  changes: {
    password: 'The password of your account was set anew. Wherever you were signed in, you are signed out.',
    passkeyAdded: 'A passkey was added to your account. Whoever has it can sign in as you.',
    passkeyRemoved: 'A passkey was removed from your account.',
    authenticatorAdded: 'An authenticator app was added to your account. From now on, signing in asks for a code from it.',
    authenticatorRemoved: 'The authenticator app was removed from your account. Signing in no longer asks for its codes.',
    recoveryCodes: 'New recovery codes were made for your account. The ones before no longer work.',
    factorsRemoved: 'An admin has removed all passkeys and the authenticator app from your account, as for a lost device. Wherever you were signed in, you are signed out.',
  } satisfies Record<AccountChange, string>,
  origin: (ip: string) => `This was done from the IP address ${ip}.`,
  notAsked: (contact: string) => `You did not ask for this? Then tell us at once: ${contact}`,
  notYou: (contact: string) => `Was it not you? Then somebody else can get into your account. Set a new password at once, and tell us: ${contact}`,
  why: (address: string) => `This mail went to ${address}, because the account belongs to this address.`,
};

const doorNotice = {
  subject: (siteName: string) => `${siteName}: a mail in your name waits at the door`,
  heading: 'A mail in your name waits at the door',
  what: 'A mail with your address as its sender was not taken as yours. It is kept, and nobody was sent it.',
  reasons: {
    agentWithoutKey: 'Mails of agents count only if they answer a letter that was sent to them about the ticket, and if their mail domain vouches for them. If it is yours, answer that letter, write in the portal, or let it in at the door.',
    notOfQueue: 'You are on the ticket as an agent, but you do not work in its queue any more. If it is yours, somebody who works there can let it in.',
  },
  button: 'See the mail at the door',
  notYou: (contact: string) => `Was it not you? Then somebody writes in your name. Leave the mail where it is, and tell us: ${contact}`,
  why: (address: string) => `This mail went to ${address}, because you work at this desk. You get one of its kind a day at most.`,
};

export const letters = { frame, conversation, acknowledgement, correspondence, comment, mentioned, newTicket, called, overdue, digest, closed, refused, held, confirm: confirmLetters, ownerChanged, password, signInLink, accountNotice, addressLetters, doorNotice, secretAsked: secretLetters.asked, secretGiven: secretLetters.given };
