/** Words of the page with what the desk knows of its reader. */

import type { LetterTime, ToldEvent } from '../../rules/letter-choices.ts';

export const profile = {
  title: 'Your profile',
  lead: (address: string) => `What we call you, and how you read this desk. You are here with ${address}.`,
  security: 'Signing in and security',
  saved: 'Saved.',
  save: 'Save',
  name: 'Name',
  nameHint: 'As others on your tickets see it. Tickets of before keep the name of then.',
  language: 'Language',
  languageHint: 'Of these pages and of our mails to you.',
  languageWrong: 'Please choose a language.',
  languages: { de: 'Deutsch', en: 'English' },
  zone: 'Time zone',
  zoneHint: 'Of the times on these pages. In mails they are the desk’s.',
  zoneOfDesk: (zone: string) => `That of the desk (${zone})`,
  zoneWrong: 'Please choose a time zone from the list.',
  download: {
    title: 'Everything about you',
    what: 'What the desk knows of you, the tickets that you are on with all that you may read there, and the files that you sent: one zip, texts as JSON. With many tickets it takes a while.',
    button: 'Download',
    fileName: 'about-me.zip',
  },
  letters: {
    title: 'Letters to you',
    hint: 'What this desk writes to you as an agent. What happened by the day comes in one letter every morning, if there was anything.',
    events: {
      new: 'New in my queues',
      mine: 'On tickets that I own or am on',
      mentioned: 'When a comment mentions me with @',
      overdue: 'Overdue in my queues',
    } satisfies Record<ToldEvent, string>,
    times: { 'at-once': 'at once', digest: 'once a day', never: 'never' } satisfies Record<LetterTime, string>,
    always: 'Letters about what you did yourself always come: an answer that was held back, a credential that you asked for.',
  },
};
