/** Words of the portal's pages. Sign-in has its own. */

import { around } from './around.ts';
import { audit } from './audit.ts';
import { bulk } from './bulk.ts';
import { canned } from './canned.ts';
import { deskPages } from './desk-pages.ts';
import { health } from './health.ts';
import { invitation } from './invitation.ts';
import { keys } from './keys.ts';
import { labels } from './labels.ts';
import { leave } from './leave.ts';
import { links } from './links.ts';
import { live } from './live.ts';
import { mail } from './mail.ts';
import { moments } from './moments.ts';
import { queuePages } from './queue-pages.ts';
import { redaction } from './redaction.ts';
import { query } from './query.ts';
import { savedViews } from './saved-views.ts';
import { search } from './search.ts';
import { secrets } from './secrets.ts';
import { signature } from './signature.ts';
import { ticketPages } from './ticket-pages.ts';
import { timeSpent } from './time-spent.ts';
import { troubles } from './troubles.ts';
import { writing } from './writing.ts';

const layout = {
  skip: 'Skip to the content',
  navigation: 'Main',
  desk: 'Tickets',
  tickets: 'My tickets',
  newTicket: 'New ticket',
  admin: 'Admin',
  signOut: 'Sign out',
  language: 'Language',
  help: (contact: string) => `Questions? ${contact}`,
  unchecked: 'Senders of mails are not checked here (MAIL_AUTHENTICATION is off): anybody can write in anybody’s name. Right for trying out, wrong for real use.',
};

const form = {
  wrong: 'Something is missing or wrong:',
  optional: 'optional',
};

const pages = {
  label: 'Pages',
  newer: 'Newer',
  older: 'Older',
  previous: 'Previous',
  next: 'Next',
  place: (page: number, pages: number) => `Page ${page} of ${pages}`,
};

const errors = {
  reference: (reference: string) => `If you ask us about this, please name this reference: ${reference}`,
  again: 'Try again',
  home: 'To the start page',
  notFound: {
    title: 'There is nothing here',
    what: 'This page does not exist, or you may not see it.',
    todo: 'Check the address for typing errors, or look for the ticket in your list. If a ticket is missing there, the people on it can add you.',
  },
  forbidden: {
    title: 'You may not do that',
    what: 'Your account has no right to this page.',
    todo: 'If you need it for your work, ask an admin of this desk to give your account the right.',
  },
  otherSite: {
    title: 'This was not sent',
    what: 'The form came from another website, so nothing was done.',
    todo: 'Open the page here in the portal and send the form again. If you did, your browser hides where the form comes from: allow that for this site.',
  },
  otherHost: {
    title: 'This is not our address',
    what: 'The portal was opened under a name that is not its own, so nothing was done.',
    todo: 'Open it by the link in one of our mails.',
  },
  badInput: {
    title: 'This could not be read',
    what: 'The form did not hold what this page needs, so nothing was done.',
    todo: 'Go back, load the page again and try once more.',
  },
  tooLarge: {
    title: 'That is too much at once',
    what: 'Text and files together may have 25 MB, so nothing was sent.',
    todo: 'Go back, your text should still be there. Leave out the largest files, or send them in several replies.',
  },
  tooMany: {
    title: 'That was a lot at once',
    what: 'More than 60 forms came from your account within a minute, so this one was not carried out. What you typed is still here; passwords you type anew.',
    todo: 'Wait a minute, then send it again. If it was not you, end your other sessions on the page about your ways to sign in.',
    text: 'Your text',
    files: 'Please choose your files again',
    again: 'Send again',
  },
  fileMissing: {
    title: 'This file cannot be fetched at the moment',
    what: 'The ticket knows the file, but the store did not give it out. Nothing on the ticket is lost.',
    todo: 'Try again in a minute. If it stays like this, tell us the reference below, so that we look for the file.',
  },
  fault: {
    title: 'Something went wrong on our side',
    what: 'The page could not be made. If you sent a form, it may or may not have been done.',
    todo: 'Wait a minute, see whether it was done, and try again.',
  },
};

export type ErrorWords = typeof errors.notFound;

export const portal = { layout, form, pages, errors, mail, invitation, ...ticketPages, ...deskPages, queues: queuePages, secrets, redaction, audit, leave, writing, around, search, savedViews, bulk, live, canned, links, keys, query, labels, troubles, health, moments, timeSpent, signature };
