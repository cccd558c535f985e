/** Words of the boxes to write in. */

export const writing = {
  meanwhile: 'Written meanwhile',
  sendAnyway: 'Send anyway',
  undo: 'Undo',
  leaving: 'About to be sent',
  closeWaits: 'The closing letter is about to be sent.',
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
