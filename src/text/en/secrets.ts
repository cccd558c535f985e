/** Words for credentials that an agent asks for (S18): on the ticket, on the page behind the link, in the history. */

import type { SecretState } from '../../rules/asked-secret.ts';

const states: Record<SecretState, string> = {
  asked: 'asked for',
  given: 'is there',
  seen: 'was seen and deleted',
  withdrawn: 'withdrawn',
  expired: 'expired',
};

export const secrets = {
  title: 'Credentials',
  states,
  until: 'until',
  ask: 'Ask for a credential',
  label: 'What for?',
  labelHint: 'The requester reads this in a mail, such as “Password of the printer’s admin page”.',
  labelMissing: 'Please say what the credential is for.',
  labelLong: (longest: number) => `Please shorten this to ${longest} characters.`,
  send: 'Ask the requester',
  off: 'This desk has no SECRETS_KEY, so nothing could be kept safely. Whoever runs it sets one: npx wrangler secret put SECRETS_KEY, with at least 32 random characters.',
  give: 'Enter it',
  asksYou: 'We need credentials from you. They are handed over encrypted and can be looked at a single time.',
  see: 'Show once',
  withdraw: 'Withdraw',
  events: {
    asked: (who: string, person: string, label: string) => `${who} asked ${person} for a credential: ${label}`,
    given: (person: string, label: string) => `${person} entered the credential: ${label}`,
    seen: (who: string, label: string) => `${who} looked at the credential, and it was deleted: ${label}`,
    withdrawn: (who: string, label: string) => `${who} needs the credential no longer: ${label}`,
    expired: (_who: string, label: string) => `The request for a credential expired: ${label}`,
  },
  page: {
    title: 'Enter a credential',
    lead: 'What you enter here is encrypted at once. The agent who asked can look at it a single time; then it is deleted.',
    hint: 'Check it before you send it: afterwards you cannot see or change it.',
    missing: 'Please enter what was asked for.',
    long: (longest: number) => `Please shorten this to ${longest} characters.`,
    send: 'Hand over encrypted',
  },
  given: {
    title: 'It has been handed over',
    what: 'The agent who asked can look at it a single time, then it is deleted. This link is used up, and you can close the page.',
  },
  over: {
    title: 'This link does not work',
    what: 'Such a link works for seven days and only until it is no longer needed. Perhaps it was also cut when it was copied.',
    todo: 'Ask the agent for a new one. Please do not send the credential by mail.',
  },
  seen: {
    title: 'The credential',
    once: 'This is shown only now: it has been deleted from the ticket. Copy it to where it belongs before you leave this page.',
    unreadable: 'It cannot be read: the desk’s SECRETS_KEY was changed after it was entered. Please ask for it again.',
    back: (number: number) => `Back to ticket #${number}`,
  },
};

export const secretLetters = {
  asked: {
    heading: 'We need a credential from you',
    intro: (who: string, number: number) => `To go on with ticket #${number}, ${who} needs a credential from you.`,
    what: 'What for',
    todo: 'Please enter it on the page behind this link. It is encrypted there, can be seen a single time by the one who asked, and is then deleted.',
    button: 'Enter the credential',
    bounds: (until: string) => `The link works once, until ${until}. Please do not pass it on.`,
    warning: 'Please do not answer this mail with the credential: mails can be read by others and stay for years.',
  },
  given: {
    heading: 'The credential is there',
    somebody: 'The requester',
    intro: (who: string, label: string) => `${who} has entered what you asked for: ${label}.`,
    once: 'On the ticket you can look at it a single time; then it is deleted. If you do not look within seven days, it is deleted unseen.',
  },
};
