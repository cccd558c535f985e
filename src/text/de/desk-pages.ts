import type { deskPages as english } from '../en/desk-pages.ts';
import { confirm } from './confirm.ts';
import { words } from './words.ts';

const views: (typeof english)['views'] = {
  label: 'Ansichten',
  mine: 'Meine',
  nobody: 'Ohne Besitzer',
  open: 'Alle offenen',
  closed: 'Geschlossene',
  door: 'An der Tür',
  intake: 'Eingangsbuch',
  titles: { mine: 'Meine Vorgänge', nobody: 'Vorgänge ohne Besitzer (Dispatcher)', open: 'Alle offenen Vorgänge', closed: 'Geschlossene Vorgänge' },
  empty: {
    mine: 'Sie besitzen keinen offenen Vorgang.',
    nobody: 'Jeder offene Vorgang hat einen Besitzer.',
    open: 'Keine offenen Vorgänge. Neue Mails an die Support-Adresse erscheinen hier.',
    closed: 'Noch ist kein Vorgang geschlossen.',
  },
  toNobody: (count) => (count === 1 ? '1 Vorgang hat noch keinen Besitzer' : `${count} Vorgänge haben noch keinen Besitzer`),
};

const outcomes: (typeof english)['intake']['outcomes'] = {
  received: 'in Arbeit',
  filed: 'am Vorgang',
  door: 'an der Tür',
  machine: 'Maschinenmail',
  loop: 'eigene Mail, kam zurück',
  refused: 'abgewiesen',
};

const reasons: (typeof english)['intake']['reasons'] = {
  ...words.doorReason,
  closed: 'Der Vorgang war geschlossen; der Absender weiß es.',
  byAgent: 'Ein Bearbeiter hat sie abgewiesen.',
  disowned: 'Wer per Mail gefragt wurde, sagt: nicht von mir, oder von niemandem, den ich kenne.',
  ownMail: 'Sie kam von einer Adresse des Helpdesks selbst.',
  ownLetter: 'Es ist eine Mail des Helpdesks, die eine Maschine zurückgesandt hat.',
  'out-of-office': 'Eine Abwesenheitsnotiz.',
  bounce: 'Ein Bericht, dass eine Mail nicht zugestellt werden konnte.',
  complaint: 'Ein Bericht, dass jemand eine Mail als Spam gemeldet hat.',
  list: 'Eine Mail einer Mailingliste.',
  machine: 'Eine Maschine hat sie geschrieben.',
};

const door: (typeof english)['door'] = {
  title: 'An der Tür',
  lead: 'Diese Mails sind aufbewahrt, aber noch an keinem Vorgang: Es ist nicht sicher, wer sie geschrieben hat, oder sie waren nicht lesbar. Von selbst wird hier nichts weitergegeben.',
  empty: 'Niemand wartet an der Tür.',
  emptyTodo: 'Mails mit zweifelhaftem Absender warten hier auf Sie.',
  from: 'Von',
  to: 'An',
  noSender: 'kein Absender',
  meant: (number) => `Sie nennt Vorgang ${number}.`,
  asked: (address) => `${address} wurde per Mail gefragt und hat noch nicht geantwortet.`,
  read: 'Lesen',
  admit: (number) => `In ${number} aufnehmen`,
  open: 'Vorgang daraus machen',
  refuse: 'Abweisen',
  about: (subject) => `(Mail „${subject}“)`,
  decided: 'Über diese Mail ist schon entschieden.',
  source: 'Rohe Mail (.eml)',
  unreadable: 'Die Mail konnte nicht angezeigt werden. Sie können sie herunterladen und in einem Mailprogramm öffnen.',
  back: 'Zurück zur Tür',
  files: 'Dateien darin',
  decisionWrong: 'Bitte wählen Sie eine der Entscheidungen.',
  whoWrote: 'Wer hat sie geschrieben (E-Mail-Adresse)',
  flood: (sender, mails) => `${sender} schreibt zu viele neue Vorgänge auf einmal: ${mails} ${mails === 1 ? 'Mail wartet' : 'Mails warten'} hier.`,
  braked: 'In zehn Minuten gingen mehr als 100 Eingangsbestätigungen hinaus, darum werden vorerst keine verschickt. Vorgänge entstehen wie sonst.',
};

const intake: (typeof english)['intake'] = {
  title: 'Eingangsbuch',
  lead: 'Jede Mail, die je ankam, und was aus ihr wurde.',
  received: 'angekommen',
  all: 'Alle',
  filter: 'Welche Mails',
  sum: 'Jede Mail hat ihren Ort',
  columns: { time: 'Angekommen', sender: 'Absender', subject: 'Betreff', outcome: 'Was aus ihr wurde', size: 'Größe' },
  empty: 'Hier ist noch keine Mail.',
  attempts: (times) => `${times}-mal zu lesen begonnen`,
  decidedBy: (name) => `entschieden von ${name}`,
  outcomes,
  reasons,
};

const people: (typeof english)['admin'] = {
  title: 'Personen',
  lead: 'Wer hier als Bearbeiter oder Administrator arbeitet, und wer sich nicht mehr anmelden darf.',
  who: 'Wer',
  staff: 'Bearbeiter und Administratoren',
  customers: 'Kunden',
  disabled: 'Gesperrte',
  columns: { person: 'Person', role: 'Rolle', letters: 'Bekommt neue Vorgänge', account: 'Konto' },
  empty: { staff: 'Noch keine Bearbeiter.', customers: 'Noch keine Kunden. Sie erscheinen mit ihrer ersten Mail.', disabled: 'Niemand ist gesperrt.' },
  search: 'Teil von Name oder Adresse',
  find: 'Suchen',
  noneFound: 'Niemand auf dieser Liste hat das in Name oder Adresse.',
  before: 'Davor',
  after: 'Danach',
  roles: { requester: 'Kunde', agent: 'Bearbeiter', admin: 'Administrator' },
  wants: 'Mail zu jedem neuen Vorgang',
  save: 'Speichern',
  saveFor: (name) => `für ${name}`,
  disable: 'Sperren',
  enable: 'Entsperren',
  lostDevices: 'Geräte verloren',
  lostDevicesHint: 'Entfernt alle Passkeys und die Authenticator-App, wenn jemand sie verloren hat',
  active: 'aktiv',
  isDisabled: (when) => `gesperrt seit ${when}`,
  you: 'Sie',
  notYourself: 'Sie können sich nicht selbst Rechte nehmen oder sperren; ein anderer Administrator kann es.',
  addTitle: 'Jemanden hinzufügen',
  addHint: 'Das Passwort setzen sie selbst: Anmelden, „Passwort vergessen“.',
  address: 'E-Mail-Adresse',
  name: 'Name',
  role: 'Rolle',
  add: 'Hinzufügen',
  addressWrong: 'Das ist keine E-Mail-Adresse.',
  addressOwn: 'Das ist eine Adresse des Helpdesks selbst.',
  roleWrong: 'Bitte wählen Sie eine Rolle.',
};

export const deskPages: typeof english = { views, door, confirm, intake, admin: people, adminPages: { people: people.title, queues: 'Bereiche', audit: 'Protokoll' } };
