import type { signIn as english } from '../en/sign-in.ts';

const form: (typeof english)['form'] = {
  title: 'Anmelden',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  send: 'Anmelden',
  forgotten: 'Passwort vergessen?',
  first: 'Noch kein Passwort? Auch das erste bekommen Sie über „Passwort vergessen“.',
  help: (contact) => `Sie kommen nicht hinein? Fragen Sie uns: ${contact}`,
  noEmail: 'Bitte geben Sie Ihre E-Mail-Adresse ein.',
  emailWrong: 'Das ist keine E-Mail-Adresse.',
  noPassword: 'Bitte geben Sie Ihr Passwort ein.',
  wrong: 'E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides, oder wählen Sie „Passwort vergessen“.',
  tooOften: (seconds: number) => `Es gab sehr viele Versuche in wenigen Minuten. Bitte versuchen Sie es in ${seconds} Sekunden noch einmal, oder wählen Sie „Passwort vergessen“.`,
};

const signedOut: (typeof english)['signedOut'] = {
  title: 'Sie sind abgemeldet',
  what: 'Ihre Sitzung ist beendet; darum wurde nichts gesendet.',
  todo: 'Melden Sie sich in einem neuen Tab an, kehren Sie zu diesem zurück und gehen Sie eine Seite zurück: Ihr Text sollte noch da sein. Senden Sie ihn dann noch einmal.',
  signIn: 'In neuem Tab anmelden',
};

const forgotten: (typeof english)['forgotten'] = {
  title: 'Passwort vergessen',
  lead: 'Geben Sie Ihre E-Mail-Adresse ein. Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort festlegen, oder Ihr erstes.',
  send: 'Link zusenden',
  back: 'Zurück zur Anmeldung',
};

const linkSent: (typeof english)['linkSent'] = {
  title: 'Sehen Sie in Ihr Postfach',
  what: (minutes) => `Wenn wir diese Adresse kennen, ist eine Mail mit einem Link unterwegs. Der Link gilt einmal und ${minutes} Minuten lang.`,
  todo: 'Nach ein paar Minuten noch nichts da? Sehen Sie im Spam-Ordner nach, prüfen Sie die Adresse auf Tippfehler, oder nehmen Sie die, von der Sie uns schreiben. Wir senden höchstens drei solche Mails in der Stunde.',
  help: (contact) => `Noch immer nichts? Fragen Sie uns: ${contact}`,
  again: 'Link noch einmal anfordern',
};

const chosen: (typeof english)['chosen'] = {
  title: 'Neues Passwort',
  lead: (address) => `Für ${address}`,
  password: 'Neues Passwort',
  hint: (shortest) => `Mindestens ${shortest} Zeichen. Gut und leicht zu merken sind ein paar Wörter hintereinander.`,
  again: 'Dasselbe Passwort noch einmal',
  send: 'Passwort speichern',
  differs: 'Das ist nicht dasselbe Passwort wie oben.',
  noAgain: 'Bitte geben Sie das Passwort ein zweites Mal ein.',
  faults: {
    short: 'Bitte nehmen Sie mindestens 12 Zeichen.',
    long: 'Bitte nehmen Sie höchstens 256 Zeichen.',
    common: 'Dieses Passwort nehmen viele, es würde als Erstes versucht. Bitte wählen Sie ein anderes.',
    known: 'Das ähnelt zu sehr Ihrer Adresse oder unserem Namen. Bitte wählen Sie ein anderes.',
  },
  leaked: 'Dieses Passwort ist anderswo einmal bekannt geworden, es würde als Erstes versucht. Bitte wählen Sie ein anderes, und ändern Sie es überall, wo Sie es verwenden.',
};

const linkWrong: (typeof english)['linkWrong'] = {
  title: 'Dieser Link gilt nicht',
  what: (minutes) => `Ein Link gilt einmal, ${minutes} Minuten lang und nur, bis Sie einen neueren anfordern. Vielleicht wurde er auch beim Kopieren abgeschnitten.`,
  todo: 'Fordern Sie einen neuen an, und öffnen Sie den aus der neuesten Mail.',
  again: 'Neuen Link anfordern',
};

const saved: (typeof english)['saved'] = {
  title: 'Ihr Passwort ist gespeichert',
  what: 'Damit können Sie sich jetzt anmelden. Überall, wo Sie angemeldet waren, sind Sie abgemeldet.',
  signIn: 'Anmelden',
};

const second: (typeof english)['second'] = {
  title: 'Noch ein Schritt',
  lead: 'Geben Sie den Code ein, den Ihre Authenticator-App jetzt zeigt, oder einen Ihrer Notfallcodes.',
  leadPasskey: 'Für Ihr Konto ist auch Ihr Passkey nötig.',
  code: 'Code',
  codeHint: 'Sechs Ziffern aus der App oder ein Notfallcode wie abcd-efgh-ijkl-mnop.',
  send: 'Weiter',
  back: 'Von vorn beginnen',
  noCode: 'Bitte geben Sie einen Code ein.',
  wrong: 'Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten und versuchen Sie es noch einmal.',
  lost: (contact) => `Sie haben Ihr Gerät und Ihre Notfallcodes verloren? Fragen Sie uns: ${contact}`,
};

const passkey: (typeof english)['passkey'] = {
  use: 'Mit einem Passkey anmelden',
  failed: 'Das hat nicht geklappt. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
};

const link: (typeof english)['link'] = {
  title: 'Anmelden per Mail',
  offer: 'Anmelden per Mail, ohne Passwort',
  lead: 'Geben Sie Ihre E-Mail-Adresse ein. Wir senden Ihnen einen Link, der Sie anmeldet.',
  send: 'Link per Mail senden',
  sent: (minutes) => `Wenn wir diese Adresse kennen, ist eine Mail mit einem Link unterwegs. Der Link gilt einmal und ${minutes} Minuten lang.`,
  openTitle: 'Anmelden',
  openLead: (address) => `Als ${address}`,
  open: 'Anmelden',
};

const again: (typeof english)['again'] = {
  title: 'Sind Sie es noch?',
  lead: 'Was Sie vorhaben, ist von Dauer. Bitte zeigen Sie deshalb noch einmal, wer Sie sind.',
  send: 'Weiter',
  wrong: 'Das ist nicht Ihr Passwort.',
  noWay: 'Bitte melden Sie sich ab und wieder an; dann geht es hier zehn Minuten lang weiter.',
};

const company: (typeof english)['company'] = {
  use: (name) => `Mit ${name} anmelden`,
  yours: 'dem Firmenkonto',
  failed: 'Die Anmeldung der Firma hat Sie hier nicht hereingelassen.',
  unknown: 'Ihr Firmenkonto ist bekannt, aber es ist kein Konto eines Bearbeiters. Ein Administrator kann das ändern.',
  todo: 'Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
};

export const signIn: typeof english = { form, signedOut, forgotten, linkSent, chosen, linkWrong, saved, second, passkey, link, again, company };
