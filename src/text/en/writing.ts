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
};
