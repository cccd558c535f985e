import type { mail as english } from '../en/mail.ts';

const security: (typeof english)['security'] = {
  smimeSigned: 'Mit S/MIME signiert; niemand hat die Signatur geprüft.',
  pgpSigned: 'Mit OpenPGP signiert; niemand hat die Signatur geprüft.',
  smime: 'Mit S/MIME verschlüsselt oder signiert; das lässt sich hier nicht öffnen.',
  pgpEncrypted: 'Mit OpenPGP verschlüsselt; das lässt sich hier nicht öffnen.',
};

const views: (typeof english)['views'] = { html: 'Wie gesendet', text: 'Als Text', source: 'Quelltext', earlier: 'Früher gelesen' };

export const mail: typeof english = {
  security,
  views,
  readAgain: 'Diese Mail neu lesen',
  readAgainHint: 'Der Helpdesk liest die Mail mit dem heutigen Programm noch einmal: Text, Gestaltung und Dateien. Was er bisher gelesen hat, bleibt aufbewahrt, und niemand bekommt eine Mail.',
  isReadAgain: 'Die Mail ist neu gelesen. Las sie sich bisher anders, steht das unter „Früher gelesen“.',
  wasReadAgain: (who) => `${who} hat eine Mail neu lesen lassen`,
  readSoUntil: 'So gelesen bis',
  earlierHint: 'So wurde diese Mail gelesen, bevor sie neu gelesen wurde. In Mails, die in dieser Zeit hinausgingen, stand es so.',
  view: 'Wie die Mail gezeigt wird',
  title: (name) => `Mail von ${name}`,
  back: (number) => `Zurück zu Vorgang #${number}`,
  download: 'Herunterladen (.eml)',
  attached: 'Eine angehängte Mail. Von wem und wann sie ist, sagt nur sie selbst.',
  unreadable: 'Diese Mail ist zu groß oder zu beschädigt, um sie hier zu zeigen. Sie können sie herunterladen.',
  from: 'Von',
  to: 'An',
  cc: 'Cc',
  date: 'Datum',
  sourceCut: (shown, whole) => `Die ersten ${shown} von ${whole}; im Download steht alles.`,
  imagesFrom: (hosts, more) => `Bilder von ${hosts.join(', ')}${more === 0 ? '' : ` und ${more} weiteren`} wurden nicht geladen.`,
  imagesTell: 'Beim Laden erfährt der Absender, dass und wo Sie die Mail lesen.',
  showImages: 'Bilder zeigen',
  tooComplex: 'Das Layout dieser Mail ist zu verschachtelt, um es zu zeigen. Hier ist ihr Text; die ganze Mail steht in ihrem Quelltext.',
};
