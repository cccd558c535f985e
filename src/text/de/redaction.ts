import type { redaction as english } from '../en/redaction.ts';

export const redaction: typeof english = {
  looksLike: 'Hier scheint ein Passwort zu stehen, oder andere Zugangsdaten.',
  takeOut: 'Entfernen …',
  takePassageOut: 'Stelle entfernen …',
  isRedacted: 'Aus diesem Text wurde eine Stelle entfernt. Seine Dateien und die ursprüngliche Mail werden nicht mehr gezeigt.',
  event: (who) => `${who} hat eine Stelle aus einem Text entfernt`,
  title: 'Zugangsdaten aus einem Text entfernen',
  lead: (name, number) => `Aus dem Text von ${name} in Vorgang #${number}.`,
  noUndo: 'Das lässt sich nicht rückgängig machen, von niemandem. Was Sie entfernen, steht dann in nichts mehr, was der Helpdesk zeigt.',
  effects: [
    'An die Stelle tritt █████, im Text und in der Mail, wie sie gesendet wurde.',
    'Die Dateien dieses Textes und die ursprüngliche Mail sieht niemand mehr, denn die Stelle kann auch in ihnen stehen. Sichern Sie vorher, was Sie noch brauchen.',
    'Mails zitieren den Text von nun an ohne sie. Mails, die schon unterwegs sind, lassen sich nicht zurückholen: Lassen Sie die Zugangsdaten ändern.',
    'Nur dieser Text ändert sich. Hat jemand die Stelle zitiert, entfernen Sie sie auch dort.',
  ],
  found: 'Was nach Zugangsdaten aussieht',
  nothingFound: 'Nichts im Text sieht nach Zugangsdaten aus. Geben Sie unten ein, was entfernt werden soll.',
  more: 'Weitere Stellen',
  moreHint: 'Eine je Zeile, genau so, wie sie im Text stehen.',
  missing: 'Bitte wählen Sie aus oder geben Sie ein, was entfernt werden soll.',
  short: (shortest) => `Eine Stelle hat mindestens ${shortest} Zeichen.`,
  long: (most, longest) => `Höchstens ${most} Stellen mit je bis zu ${longest} Zeichen.`,
  send: 'Endgültig entfernen',
  back: (number) => `Zurück zu Vorgang #${number}`,
};
