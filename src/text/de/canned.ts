import type { canned as english } from '../en/canned.ts';

export const canned: typeof english = {
  title: 'Textbausteine',
  lead: 'Antworten, die immer wieder gebraucht werden. Beim Antworten tippen Sie :: und das Kürzel, oder Sie wählen den Baustein unter dem Textfeld.',
  gaps: 'Platzhalter: {{kunde}}, {{nummer}}, {{betreff}}, {{bearbeiter}}. Eingefügt wird der Text in der Sprache des Auftraggebers; fehlt er, der andere.',
  add: 'Neuer Textbaustein',
  shortcut: 'Kürzel',
  shortcutHint: 'Buchstaben, Ziffern und Bindestriche, etwa neustart.',
  de: 'Text auf Deutsch',
  en: 'Text auf Englisch',
  remove: 'Löschen',
  taken: 'Dieses Kürzel hat schon ein anderer Baustein.',
  shortcutWrong: 'Bitte geben Sie ein Kürzel aus Buchstaben, Ziffern und Bindestrichen an, höchstens 40 Zeichen.',
  noText: 'Bitte geben Sie einen Text in mindestens einer Sprache an.',
  tooLong: 'Bitte kürzen Sie den Text auf 20.000 Zeichen.',
  choose: 'Textbaustein',
  none: 'keiner',
  insert: 'Einfügen',
};
