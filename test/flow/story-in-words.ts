/** The story's people and words in both languages. Everything said is said by them or is a word of the desk. */

export type StoryInWords = {
  language: 'de' | 'en';
  locale: string;
  requester: { name: string; address: string };
  colleague: { name: string; address: string };
  request: { subject: string; text: string };
  more: string;
  answer: string;
  thanks: string;
  answerByMail: string;
  comment: string;
  afterClosing: string;
  newRequest: { subject: string; text: string };
  reply: string;
  /** In the acknowledgement: keep the tag in the subject; do not mail passwords (S18). */
  acknowledged: RegExp[];
  passwordLetter: RegExp[];
  refused: RegExp[];
  signIn: RegExp[];
  /** The story's own words for a ticket's page (S10). */
  page: string[];
  status: { new: string; open: string; closed: string };
  helps: RegExp[];
};

export const german: StoryInWords = {
  language: 'de',
  locale: 'de-DE',
  requester: { name: 'Jürgen Groß', address: 'juergen.gross@kunde.example' },
  colleague: { name: 'Bärbel Weiß', address: 'baerbel.weiss@kunde.example' },
  request: {
    subject: 'Drucker im 2. OG druckt nur weiße Seiten',
    text: 'Guten Tag,\n\nseit heute Morgen kommen aus dem Drucker im 2. OG nur weiße Seiten. Ein Bild der Meldung ist dabei.\n\nMit freundlichen Grüßen\nJürgen Groß',
  },
  more: 'Noch ein Hinweis: Am Drucker steht die Inventarnummer 4711-08.',
  answer: 'Guten Tag Herr Groß, bitte tauschen Sie die Tonerkartusche gegen die neue aus dem Schrank. Hilft das?',
  thanks: 'Die neue Kartusche ist drin, jetzt druckt er wieder. Vielen Dank!',
  answerByMail: 'Sehr gut, dann schließen wir den Vorgang heute Nachmittag.',
  comment: 'Nur für uns: Kunde hat keinen Wartungsvertrag, bitte Aufwand buchen. Kanarienvogel-4711.',
  afterClosing: 'Jetzt druckt er schon wieder nur weiß, und es blinkt die gelbe Lampe neben Fach 2.',
  newRequest: { subject: 'Zweiter Bildschirm bleibt schwarz', text: 'Der zweite Bildschirm an meinem Platz bleibt seit gestern schwarz.' },
  reply: 'Ich habe das Kabel getauscht, ohne Erfolg.',
  acknowledged: [/Betreff/, /Passw/],
  passwordLetter: [/Passwort/, /nicht (Sie|selbst)|nicht von Ihnen/],
  refused: [/geschlossen/, /neue/],
  signIn: [/Passwort vergessen/, /Helpdesk, Telefon 0231 999 0/],
  page: ['Grundlagen', 'Datumsangaben', 'Verlauf', 'Erstellt', 'Beginnt', 'Begonnen', 'Letzter Kontakt', 'Fällig', 'Geschlossen', 'Aktualisiert', '5/50'],
  status: { new: 'neu', open: 'offen', closed: 'geschlossen' },
  helps: [/Bildschirmfoto|Screenshot/i, /Inventarnummer/, /Telefon/, /Passw/],
};

export const english: StoryInWords = {
  language: 'en',
  locale: 'en-GB',
  requester: { name: 'Emma Hughes', address: 'emma.hughes@client.example' },
  colleague: { name: 'Oliver Reed', address: 'oliver.reed@client.example' },
  request: {
    subject: 'The printer on the second floor prints blank pages',
    text: 'Hello,\n\nsince this morning the printer on the second floor has only been printing blank pages. I have attached a picture of the message.\n\nKind regards\nEmma Hughes',
  },
  more: 'One more thing: the inventory number on the printer is 4711-08.',
  answer: 'Hello Ms Hughes, please replace the toner with the new one from the cupboard. Does that help?',
  thanks: 'The new toner is in and it prints again. Thank you very much!',
  answerByMail: 'Very good, then we will close the ticket this afternoon.',
  comment: 'For us only: the customer has no maintenance contract, please book the time. Canary-4711.',
  afterClosing: 'It prints blank pages again, and the yellow lamp beside tray 2 is blinking.',
  newRequest: { subject: 'My second monitor stays black', text: 'The second monitor at my desk has been black since yesterday.' },
  reply: 'I have changed the cable, without success.',
  acknowledged: [/subject/i, /password/i],
  passwordLetter: [/password/i, /not you/i],
  refused: [/closed/, /new/],
  signIn: [/Forgotten password|Forgot/i, /Helpdesk, Telefon 0231 999 0/],
  page: ['Basics', 'Dates', 'History', 'Created', 'Starts', 'Started', 'Last contact', 'Due', 'Closed', 'Updated', '5/50'],
  status: { new: 'new', open: 'open', closed: 'closed' },
  helps: [/screenshot/i, /inventory number/i, /phone/i, /password/i],
};
