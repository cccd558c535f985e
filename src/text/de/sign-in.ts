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

export const signIn: typeof english = { form, signedOut, forgotten, linkSent, chosen, linkWrong, saved };
