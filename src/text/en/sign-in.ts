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

export const signIn = { form, signedOut, forgotten, linkSent, chosen, linkWrong, saved };
