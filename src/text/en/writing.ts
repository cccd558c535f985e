/** Words of the boxes to write in. */

import type { Status } from '../../rules/ticket.ts';

export const writing = {
  call: 'With @ and a name you bring a colleague here.',
  calls: 'Whom you may mean',
  meanwhile: 'Written meanwhile',
  sendAnyway: 'Send anyway',
  undo: 'Undo',
  leaving: 'About to be sent',
  /** What the reader did last. */
  did: {
    merge: (number: string) => `${number} is part of this ticket now.`,
    status: (to: Status, waits: boolean) => `The ticket is ${to}.${waits ? ' The letter about it is about to be sent.' : ''}`,
    queue: (to: string) => `Moved to ${to}.`,
    owner: (to: string) => `The owner is ${to}.`,
    priority: 'The priority is changed.',
    labels: 'The labels are changed.',
  },
  keptFiles: 'Files of the draft',
  saveDraft: 'Save draft',
  discardDraft: 'Discard draft',
  preview: 'Preview',
  previewTitle: (number: number) => `Preview of what you write on #${number}`,
  backToWriting: 'Go on writing',
  filesHelp: 'Files can be dropped on the box or pasted. They are kept with the draft once you save it by hand.',
  formatting: 'Formatting and files',
  formattingHelp: '**strong**, *emphasis*, `code`, [words](https://address), lists with - or 1. (two lines or more), ## heading between blank lines, ``` before and after lines that stay as they are. All else is sent as you type it.',
  saved: 'Draft saved',
  savedNow: 'Draft saved',
  isWriting: (name: string) => `${name} is writing …`,
  hasDraft: (name: string) => `${name} has a draft here.`,
  once: 'This once also to',
  onceLabel: 'E-mail addresses, separated by commas',
  onceHint: 'They get this answer only, not the conversation so far.',
  before: 'Before it is sent:',
  warnings: {
    missingFile: (word: string) => `The text says “${word}”, but no file is attached.`,
    credentials: 'There seems to be a password in the text. Credentials should not travel by mail.',
    bouncing: (name: string) => `${name} does not get this: the address takes no mail.`,
    newcomer: (name: string) => `${name} came onto the ticket since the last answer and gets this too.`,
  },
};
