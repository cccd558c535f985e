import type { Status } from '../../rules/ticket.ts';
import type { writing as english } from '../en/writing.ts';

const isNow: Record<Status, string> = { new: 'ist neu', open: 'ist offen', waiting: 'wartet', closed: 'ist geschlossen', rejected: 'ist abgewiesen' };

export const writing: typeof english = {
  call: 'Mit @ und einem Namen holen Sie jemanden dazu.',
  calls: 'Wen Sie meinen können',
  meanwhile: 'Inzwischen geschrieben',
  sendAnyway: 'Trotzdem senden',
  undo: 'Rückgängig',
  leaving: 'Wird gleich versandt',
  did: {
    merge: (number) => `${number} ist jetzt Teil dieses Vorgangs.`,
    status: (to, waits) => `Der Vorgang ${isNow[to]}.${waits ? ' Die Mail dazu wird gleich versandt.' : ''}`,
    queue: (to) => `Verschoben nach ${to}.`,
    owner: (to) => `Besitzer ist ${to}.`,
    priority: 'Die Priorität ist geändert.',
    labels: 'Die Etiketten sind geändert.',
  },
  keptFiles: 'Dateien des Entwurfs',
  saveDraft: 'Entwurf speichern',
  discardDraft: 'Entwurf verwerfen',
  preview: 'Vorschau',
  previewTitle: (number) => `Vorschau auf Ihren Text zu #${number}`,
  backToWriting: 'Weiterschreiben',
  filesHelp: 'Dateien können Sie auf das Feld ziehen oder einfügen. Beim Entwurf sind sie erst, wenn Sie ihn von Hand speichern.',
  formatting: 'Formatieren und Dateien',
  formattingHelp: '**fett**, *kursiv*, `Code`, [Wörter](https://adresse), Listen mit - oder 1. (ab zwei Zeilen), ## Überschrift zwischen Leerzeilen, ``` vor und nach Zeilen, die bleiben, wie sie sind. Alles andere wird gesendet, wie Sie es tippen.',
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
