import type { queuePages as english } from '../en/queue-pages.ts';

const fields: (typeof english)['fields'] = {
  name: 'Name',
  address: 'E-Mail-Adresse',
  aliases: 'Weitere Adressen',
  tag: 'Betreffkennung',
  due_days: 'Fällig nach Arbeitstagen',
  closed_reply: 'Eine Mail an einen geschlossenen Vorgang',
  reopen_days: 'Tage zum Wiederöffnen',
  priority: 'Priorität am Anfang',
  final_priority: 'Priorität bei Fälligkeit',
  zone: 'Zeitzone',
  region: 'Feiertage',
  signature_de: 'Signatur auf Deutsch',
  signature_en: 'Signatur auf Englisch',
};

const hints: (typeof english)['hints'] = {
  address: 'An sie schreiben die Kunden, und von ihr kommt jede Mail des Bereichs. Das E-Mail-Routing muss sie zu diesem Helpdesk bringen.',
  aliases: 'Adressen, die auch hierher führen, durch Kommas getrennt. Eine frühere Adresse bleibt hier stehen, weil noch Mails mit ihr unterwegs sind.',
  tag: 'Das Wort vor der Nummer: Buchstaben, Ziffern, Punkte und Bindestriche. Frühere Kennungen führen weiter zu ihren Vorgängen.',
  due_days: 'Gezählt ab der nächsten Öffnung.',
  reopen_days: 'Nur wo eine Mail wieder öffnet. Spätere Mails werden abgewiesen.',
  hours: 'Lassen Sie einen Tag leer, an dem niemand arbeitet.',
  zone: 'Etwa Europe/Berlin oder America/New_York.',
  signature: 'Steht in Mails unter allen Antworten des Bereichs, nach der des Bearbeiters: für das, was Geschäftsbriefe enthalten müssen.',
};

const closedReplies: (typeof english)['closedReplies'] = {
  refuse: 'wird abgewiesen; der Absender erfährt es',
  'follow-up': 'eröffnet einen neuen Vorgang, der auf ihn verweist',
  reopen: 'öffnet ihn einige Tage lang wieder',
};

const regions: (typeof english)['regions'] = {
  none: 'Keine',
  DE: 'Deutschland, die bundesweiten',
  'DE-BW': 'Baden-Württemberg',
  'DE-BY': 'Bayern',
  'DE-BE': 'Berlin',
  'DE-BB': 'Brandenburg',
  'DE-HB': 'Bremen',
  'DE-HE': 'Hessen',
  'DE-HH': 'Hamburg',
  'DE-MV': 'Mecklenburg-Vorpommern',
  'DE-NI': 'Niedersachsen',
  'DE-NW': 'Nordrhein-Westfalen',
  'DE-RP': 'Rheinland-Pfalz',
  'DE-SL': 'Saarland',
  'DE-SN': 'Sachsen',
  'DE-ST': 'Sachsen-Anhalt',
  'DE-SH': 'Schleswig-Holstein',
  'DE-TH': 'Thüringen',
};

const errors: (typeof english)['errors'] = {
  name: 'Bitte geben Sie dem Bereich einen Namen.',
  aliases: 'Bitte geben Sie bis zu 20 E-Mail-Adressen an, durch Kommas getrennt.',
  addressTaken: (address, queue) => `${address} führt schon zum Bereich ${queue}.`,
  addressOfStaff: (address) => `${address} gehört jemandem, der hier arbeitet.`,
  tag: 'Bitte geben Sie bis zu 60 Buchstaben, Ziffern, Punkte oder Bindestriche an.',
  tagTaken: (queue) => `Das ist oder war die Kennung des Bereichs ${queue}.`,
  days: 'Bitte geben Sie eine ganze Zahl von 0 bis 365 an.',
  closedReply: 'Bitte wählen Sie, was mit einer solchen Mail geschieht.',
  zone: 'Diese Zeitzone gibt es nicht.',
  region: 'Bitte wählen Sie eine Region.',
  time: 'Bitte geben Sie eine Uhrzeit wie 08:00 an, oder lassen Sie den Tag leer.',
  timeOrder: 'Das Ende muss nach dem Anfang liegen.',
  neverOpen: 'Bitte lassen Sie wenigstens einen Tag geöffnet.',
  lastQueue: 'Das ist der einzige Bereich, der neue Vorgänge aufnimmt; er kann nicht stillgelegt werden.',
};

export const queuePages: typeof english = {
  title: 'Bereiche',
  lead: 'Hier warten Vorgänge. Jeder Bereich hat seine eigene Adresse, Betreffkennung und Geschäftszeiten; eine Mail an seine Adresse eröffnet einen Vorgang in ihm.',
  back: 'Alle Bereiche',
  promises: 'Worauf sich Kunden verlassen können',
  hours: 'Geschäftszeiten',
  from: 'von',
  to: 'bis',
  addTitle: 'Ein weiterer Bereich',
  addHint: 'Das E-Mail-Routing muss seine Adresse zu diesem Helpdesk bringen, und sie muss senden dürfen.',
  add: 'Bereich anlegen',
  retire: 'Stilllegen',
  revive: 'Wieder aufnehmen',
  retireHint: 'Ein Bereich wird nie gelöscht. Ein stillgelegter nimmt keine neuen Vorgänge auf; die in ihm laufen weiter, und Mails an seine Adresse eröffnen Vorgänge im ersten Bereich.',
  retired: 'stillgelegt',
  isRetired: 'Dieser Bereich ist stillgelegt: Er nimmt keine neuen Vorgänge auf. Die in ihm laufen weiter.',
  before: 'früher:',
  dueAfter: (days) => (days === 1 ? 'nach 1 Arbeitstag' : `nach ${days} Arbeitstagen`),
  fields,
  hints,
  closedReplies,
  regions,
  errors,
};
