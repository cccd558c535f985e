import type { writing as english } from '../en/writing.ts';

export const writing: typeof english = {
  meanwhile: 'Inzwischen geschrieben',
  sendAnyway: 'Trotzdem senden',
  undo: 'Rückgängig',
  leaving: 'Wird gleich versandt',
  did: {
    merge: (number) => `${number} ist jetzt Teil dieses Vorgangs.`,
    status: (to, waits) => `Der Vorgang ist ${to}.${waits ? ' Die Mail dazu wird gleich versandt.' : ''}`,
    queue: (to) => `Verschoben nach ${to}.`,
    owner: (to) => `Besitzer ist ${to}.`,
    priority: 'Die Priorität ist geändert.',
    labels: 'Die Etiketten sind geändert.',
  },
  keptFiles: 'Dateien des Entwurfs',
  saveDraft: 'Entwurf speichern',
  discardDraft: 'Entwurf verwerfen',
  saved: 'Entwurf gespeichert',
  savedNow: 'Entwurf gespeichert',
  isWriting: (name) => `${name} schreibt gerade …`,
  hasDraft: (name) => `${name} hat hier einen Entwurf.`,
  once: 'Einmalig noch an',
  onceLabel: 'E-Mail-Adressen, durch Kommas getrennt',
  onceHint: 'Sie bekommen nur diese Antwort, nicht den bisherigen Verlauf.',
  before: 'Vor dem Senden:',
  warnings: {
    missingFile: (word) => `Im Text steht „${word}“, aber es ist keine Datei angehängt.`,
    credentials: 'Im Text scheint ein Passwort zu stehen. Zugangsdaten gehören nicht in eine Mail.',
    bouncing: (name) => `${name} bekommt das nicht: Die Adresse nimmt keine Mails an.`,
    newcomer: (name) => `${name} ist seit der letzten Antwort dazugekommen und bekommt das auch.`,
  },
};
