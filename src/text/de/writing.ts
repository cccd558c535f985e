import type { writing as english } from '../en/writing.ts';

export const writing: typeof english = {
  meanwhile: 'Inzwischen geschrieben',
  sendAnyway: 'Trotzdem senden',
  undo: 'Rückgängig',
  leaving: 'Wird gleich versandt',
  closeWaits: 'Die Abschlussmail wird gleich versandt.',
  keptFiles: 'Dateien des Entwurfs',
  saveDraft: 'Entwurf speichern',
  discardDraft: 'Entwurf verwerfen',
  saved: 'Entwurf gespeichert',
  savedNow: 'Entwurf gespeichert',
  isWriting: (name) => `${name} schreibt gerade …`,
  hasDraft: (name) => `${name} hat hier einen Entwurf.`,
};
