import type { around as english } from '../en/around.ts';

export const around: typeof english = {
  older: 'Ältere Einträge',
  newer: 'Neuere Einträge',
  newest: 'Neueste Einträge',
  partOnly: 'Das ist ein Teil des Verlaufs.',
  parts: 'Teile des Verlaufs',
  oldestFirst: 'Ältestes zuerst',
  newestFirst: 'Neuestes zuerst',
  turnAround: 'Umdrehen',
  print: 'Druckansicht',
  printBack: 'Zurück zum Vorgang',
  printOlder: 'Hier stehen nur die neuesten Einträge. Die älteren drucken Sie von dieser Seite:',
  requester: 'Zum Auftraggeber',
  others: 'Weitere Vorgänge von ihm',
  noOthers: 'Keine weiteren Vorgänge.',
  note: 'Notiz',
  noteHint: 'Nur Bearbeiter lesen sie; wen sie betrifft, kann sie sich aushändigen lassen.',
  noteAdd: 'Notiz schreiben',
  noteChange: 'Notiz ändern',
  noteSave: 'Speichern',
  noteLong: (most) => `Bitte kürzen Sie die Notiz auf ${most} Zeichen.`,
};
