/** Words of the boxes to write in. */

export const writing = {
  meanwhile: 'Written meanwhile',
  sendAnyway: 'Send anyway',
  undo: 'Undo',
  leaving: 'About to be sent',
  /** What the reader did last. */
  did: {
    merge: (number: string) => `${number} is part of this ticket now.`,
    status: (to: string, waits: boolean) => `The ticket is ${to}.${waits ? ' The letter about it is about to be sent.' : ''}`,
    queue: (to: string) => `Moved to ${to}.`,
    owner: (to: string) => `The owner is ${to}.`,
    priority: 'The priority is changed.',
    labels: 'The labels are changed.',
  },
  keptFiles: 'Files of the draft',
  saveDraft: 'Save draft',
  discardDraft: 'Discard draft',
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
