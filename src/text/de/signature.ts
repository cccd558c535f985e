import type { signature as english } from '../en/signature.ts';

export const signature: typeof english = {
  title: 'Signatur',
  own: 'Steht in Mails unter Ihren Antworten, über der des Bereichs. Im Text des Vorgangs steht sie nicht.',
  gaps: 'Lücken: {{bearbeiter}}, {{kunde}}, {{nummer}}, {{betreff}}. Jeder liest sie in seiner Sprache; ist sie dort leer, die andere.',
  de: 'Auf Deutsch',
  en: 'Auf Englisch',
  tooLong: 'Bitte kürzen Sie die Signatur auf 2.000 Zeichen.',
  under: 'Darunter steht in Mails',
};
