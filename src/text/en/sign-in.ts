/** Words of signing in, signing out and passwords. */

import type { PasswordFault } from '../../rules/password.ts';

const form = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  send: 'Sign in',
  forgotten: 'Forgotten password?',
  first: 'No password yet? “Forgotten password” is the way to your first one, too.',
  help: (contact: string) => `Trouble getting in? Ask us: ${contact}`,
  noEmail: 'Please enter your e-mail address.',
  emailWrong: 'This is not an e-mail address.',
  noPassword: 'Please enter your password.',
  wrong: 'E-mail address and password do not match. Check both, or choose “Forgotten password”.',
  tooOften: (seconds: number) => `There were very many tries within a few minutes. Please try again in ${seconds} seconds, or choose “Forgotten password”.`,
};

const signedOut = {
  title: 'You are signed out',
  what: 'Your session has ended, so nothing was sent.',
  todo: 'Sign in in a new tab, come back to this one and go back a page: what you wrote should still be there. Then send it again.',
  signIn: 'Sign in in a new tab',
};

const forgotten = {
  title: 'Forgotten password',
  lead: 'Enter your e-mail address. We mail you a link with which you set a new password, or your first one.',
  send: 'Mail me the link',
  back: 'Back to sign in',
};

const linkSent = {
  title: 'Check your mailbox',
  what: (minutes: number) => `If we know this address, a mail with a link is on its way. The link works once, and for ${minutes} minutes.`,
  todo: 'Nothing after a few minutes? Look into the spam folder, check the address for typing errors, or use the address from which you write to us. We send at most three such mails an hour.',
  help: (contact: string) => `Still nothing? Ask us: ${contact}`,
  again: 'Ask for another link',
};

const chosen = {
  title: 'New password',
  lead: (address: string) => `For ${address}`,
  password: 'New password',
  hint: (shortest: number) => `${shortest} characters or more. A few words in a row are good and easy to remember.`,
  again: 'The same password again',
  send: 'Save the password',
  differs: 'This is not the same password as above.',
  noAgain: 'Please enter the password a second time.',
  faults: {
    short: 'Please use 12 characters or more.',
    long: 'Please use at most 256 characters.',
    common: 'Many people use this one, so it would be tried first. Please choose another.',
    known: 'This is too close to your address or to our name. Please choose another.',
  } satisfies Record<PasswordFault, string>,
  leaked: 'This password has leaked from some other site, so it would be tried first. Please choose another, and change it wherever you use it.',
};

const linkWrong = {
  title: 'This link does not work',
  what: (minutes: number) => `A link works once, for ${minutes} minutes, and only until you ask for a newer one. Perhaps it was also cut when it was copied.`,
  todo: 'Ask for a new one and open it from the newest mail.',
  again: 'Ask for a new link',
};

const saved = {
  title: 'Your password is set',
  what: 'You can sign in with it now. Wherever you were signed in, you are signed out.',
  signIn: 'Sign in',
};

const second = {
  title: 'One more step',
  lead: 'Enter the code that your authenticator app shows now, or one of your recovery codes.',
  leadPasskey: 'Your account asks for your passkey, too.',
  code: 'Code',
  codeHint: 'Six digits from the app, or a recovery code such as abcd-efgh-ijkl-mnop.',
  send: 'Go on',
  back: 'Start again',
  noCode: 'Please enter a code.',
  wrong: 'This code is not right, or it was used before. Wait for the next one and try again.',
  lost: (contact: string) => `You have lost your device and your recovery codes? Ask us: ${contact}`,
};

const passkey = {
  use: 'Sign in with a passkey',
  failed: 'That did not work. Try again, or sign in another way.',
};

const link = {
  title: 'Sign in by mail',
  offer: 'Sign in by mail, without a password',
  lead: 'Enter your e-mail address. We mail you a link that signs you in.',
  send: 'Mail me the link',
  sent: (minutes: number) => `If we know this address, a mail with a link is on its way. The link works once, and for ${minutes} minutes.`,
  openTitle: 'Sign in',
  openLead: (address: string) => `As ${address}`,
  open: 'Sign in',
};

const again = {
  title: 'Is it still you?',
  lead: 'What you want to do lasts, so please show once more who you are.',
  send: 'Go on',
  wrong: 'This is not your password.',
  noWay: 'Please sign out and sign in again; then go on here within ten minutes.',
};

const company = {
  use: (name: string) => `Sign in with ${name}`,
  yours: 'your company’s account',
  failed: 'The company’s sign-in did not let you in here.',
  unknown: 'Your company’s account is known, but it is not an agent of this desk. An admin can change that.',
  todo: 'Try again, or sign in another way.',
};

export const signIn = { form, signedOut, forgotten, linkSent, chosen, linkWrong, saved, second, passkey, link, again, company };
