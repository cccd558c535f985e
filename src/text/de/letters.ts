import type { letters as english } from '../en/letters.ts';
import { addressLetters } from './address-letters.ts';
import { confirmLetters } from './confirm.ts';
import { digest } from './digest.ts';
import { secretLetters } from './secrets.ts';

const frame: (typeof english)['frame'] = {
  greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
  openTicket: 'Vorgang im Portal öffnen',
  openNewTicket: 'Neuen Vorgang im Portal eröffnen',
  onTicket: (number) => `Sie erhalten diese Mail, weil Sie an Vorgang #${number} beteiligt sind.`,
  joined: (count) => `Neu an diesem Vorgang: ${count === 1 ? 'eine Person' : `${count} Personen`}, von einer Mail in Cc mitgebracht. Wer das ist, steht im Vorgang; dort können Sie es zurücknehmen.`,
  once: (number) => `Sie erhalten diese eine Mail zu Vorgang #${number}; an ihm beteiligt sind Sie nicht.`,
  onDesk: 'Sie erhalten diese Mail, weil Sie an diesem Helpdesk arbeiten.',
  choices: (url) => `Ihre Mails wählen: ${url}`,
  rows: { number: 'Nummer', subject: 'Betreff', requester: 'Auftraggeber', owner: 'Besitzer' },
  nobody: 'unbekannt',
  noOwner: 'niemand',
};

const conversation: (typeof english)['conversation'] = {
  title: 'Bisheriger Verlauf, Neuestes zuerst',
  files: 'Dateien im Portal (mit Anmeldung)',
  moreFiles: (count) => `und ${count} weitere`,
  comment: 'INTERNER KOMMENTAR: Nur Bearbeiter sehen ihn',
  cut: '[…] Der Rest dieses Textes steht im Portal.',
  more: (count) => (count === 1 ? 'Ein älterer Beitrag steht im Portal.' : `${count} ältere Beiträge stehen im Portal.`),
};

const acknowledgement: (typeof english)['acknowledgement'] = {
  heading: 'Ihre Anfrage ist angekommen',
  intro: (number) => `vielen Dank für Ihre Nachricht. Ihre Anfrage hat die Nummer ${number}; wir melden uns so bald wie möglich bei Ihnen.`,
  rule: 'Möchten Sie etwas ergänzen, antworten Sie einfach auf diese Mail. Im Betreff muss dabei stehen bleiben, damit Ihre Mail zu diesem Vorgang findet:',
  portal: 'Den Stand können Sie auch im Portal verfolgen und uns dort schreiben.',
  password: (address) => `Noch kein Passwort? Wählen Sie „Passwort vergessen“ und geben Sie ${address} ein. Wir senden Ihnen dann einen Link, mit dem Sie Ihr Passwort festlegen.`,
  setPassword: 'Passwort festlegen',
  warning: 'Bitte senden Sie niemals Passwörter oder andere Zugangsdaten per Mail. Brauchen wir welche von Ihnen, fragen wir auf einem sichereren Weg danach.',
};

const correspondence: (typeof english)['correspondence'] = {
  once: 'Antworten Sie einfach auf diese Mail: Unsere Bearbeiter erhalten Ihre Antwort.',
  reply: 'Zum Antworten genügt eine Antwort auf diese Mail: Alle am Vorgang Beteiligten erhalten sie.',
};

const comment: (typeof english)['comment'] = {
  reply: 'Auch eine Antwort auf diese Mail ist ein Kommentar: Nur Bearbeiter sehen sie. Dem Auftraggeber antworten Sie im Portal oder auf eine seiner Mails.',
};

const newTicket: (typeof english)['newTicket'] = {
  heading: 'Ein neuer Vorgang',
  intro: (number, requester) => `${requester} hat Vorgang #${number} eröffnet.`,
  reply: 'Eine Antwort auf diese Mail geht an alle am Vorgang, auch an den Auftraggeber; Sie sind dann selbst daran beteiligt.',
};

const mentioned: (typeof english)['mentioned'] = {
  heading: (name) => `${name} hat Sie erwähnt`,
};

const called: (typeof english)['called'] = {
  heading: { written: 'Neues an einem Vorgang, den niemand hat', moved: 'Ein Vorgang ist in Ihren Bereich gekommen' },
  intro: {
    written: (number, name) => `${name} hat an Vorgang #${number} geschrieben, der noch keinen Besitzer und keinen Bearbeiter hat.`,
    moved: (number, name) => `${name} hat Vorgang #${number} in einen Ihrer Bereiche gebracht. Einen Besitzer hat er noch nicht.`,
  },
  reply: 'Eine Antwort auf diese Mail geht an alle am Vorgang, auch an den Auftraggeber; waren Sie nicht daran beteiligt, sind Sie es dann.',
};

const overdue: (typeof english)['overdue'] = {
  heading: 'Ein Vorgang ist überfällig',
  headingOwn: 'Ihr Vorgang ist überfällig',
  intro: (number, due) => `Vorgang #${number} war am ${due} fällig.`,
};

const closing = {
  newTicket: (address: string) => `Schreiben Sie bitte eine neue Mail an ${address}, ohne die Nummer im Betreff. Im Text dürfen Sie sie gern nennen.`,
};

const closed: (typeof english)['closed'] = {
  heading: 'Der Vorgang ist geschlossen',
  intro: (number) => `wir haben Vorgang #${number} geschlossen.`,
  introBy: (number, name) => `${name} hat Vorgang #${number} geschlossen.`,
  hope: 'Wir hoffen, dass nun alles läuft, wie es soll.',
  notSolved: (address) => `Ist das Problem nicht gelöst oder gibt es ein neues? Dann eröffnen Sie einen neuen Vorgang: ${closing.newTicket(address)}`,
  noReply: 'Ein geschlossener Vorgang nimmt keine Mails mehr an. Bitte antworten Sie deshalb nicht auf diese.',
  followUp: 'Ist das Problem nicht gelöst oder gibt es ein neues? Antworten Sie einfach auf diese Mail: Ihre Antwort eröffnet einen neuen Vorgang, der auf diesen verweist.',
  reopen: 'Ist das Problem nicht gelöst? Antworten Sie einfach auf diese Mail: Kommt Ihre Antwort bald, öffnet sie den Vorgang wieder.',
};

const refused: (typeof english)['refused'] = {
  heading: 'Ihre Mail wurde nicht aufgenommen',
  intro: (number) => `Vorgang #${number} ist geschlossen und nimmt keine Mails mehr an. Ihre Mail wurde ihm deshalb nicht hinzugefügt, und niemand daran hat sie erhalten.`,
  kept: 'Verloren ist nichts: Ihre Mail ist aufbewahrt, und unsere Bearbeiter können sie ansehen.',
  todo: (address) => `Ein neues Problem ist ein neuer Vorgang. ${closing.newTicket(address)}`,
};

const held: (typeof english)['held'] = {
  heading: 'Ihre Antwort ist noch nicht gesendet',
  intro: (number, at) => `an Vorgang #${number} wurde etwas geschrieben, das Sie noch nicht gesehen hatten, als Sie antworteten. ${at === 'door' ? 'Ihre Mail wartet deshalb an der Tür; niemand hat sie bekommen.' : 'Ihre Antwort ist deshalb wieder ein Entwurf; niemand hat sie bekommen.'}`,
  missed: 'Was Sie noch nicht gesehen hatten',
  todo: 'Passt Ihre Antwort noch, senden Sie sie so, wie sie ist. Sonst antworten Sie neu: auf diese Mail oder im Portal.',
  anyway: 'Antwort ansehen und trotzdem senden',
};

const ownerChanged: (typeof english)['ownerChanged'] = {
  heading: 'Dieser Vorgang gehört jetzt Ihnen',
  intro: (number) => `Sie sind jetzt Besitzer von Vorgang #${number}.`,
  introBy: (number, name) => `${name} hat Ihnen Vorgang #${number} übergeben; Sie sind jetzt sein Besitzer.`,
  reply: 'Eine Antwort auf diese Mail geht an alle am Vorgang, auch an den Auftraggeber.',
};

const password: (typeof english)['password'] = {
  subject: (siteName) => `${siteName}: Passwort festlegen`,
  heading: 'Passwort festlegen',
  forgotten: (siteName) => `Sie oder jemand anderes hat ein neues Passwort für ${siteName} angefordert.`,
  first: (siteName) => `Sie oder jemand anderes hat ein erstes Passwort für ${siteName} angefordert.`,
  todo: 'Mit diesem Link legen Sie es fest: zweimal eingeben, dann anmelden.',
  button: 'Passwort festlegen',
  bounds: (minutes) => `Der Link gilt einmal und ${minutes} Minuten lang.`,
  origin: (ip) => `Angefordert wurde er von der IP-Adresse ${ip}.`,
  notYou: (contact) =>
    `Das waren nicht Sie? Dann brauchen Sie nichts zu tun: Ohne diesen Link kann niemand Ihr Passwort ändern. Bitte geben Sie ihn nicht weiter. Kommt das öfter vor, sagen Sie uns Bescheid: ${contact}`,
  why: (address) => `Diese Mail ging an ${address}, weil jemand diese Adresse auf der Seite „Passwort vergessen“ eingegeben hat.`,
};

const signInLink: (typeof english)['signInLink'] = {
  subject: (siteName) => `${siteName}: Ihr Link zum Anmelden`,
  heading: 'Anmelden',
  what: (siteName) => `Sie oder jemand anderes hat einen Link angefordert, um sich ohne Passwort bei ${siteName} anzumelden.`,
  button: 'Anmelden',
  notYou: (contact) =>
    `Das waren nicht Sie? Dann brauchen Sie nichts zu tun. Bitte öffnen Sie den Link nicht und geben Sie ihn nicht weiter. Kommt das öfter vor, sagen Sie uns Bescheid: ${contact}`,
  why: (address) => `Diese Mail ging an ${address}, weil jemand diese Adresse auf der Seite „Anmelden per Mail“ eingegeben hat.`,
};

const accountNotice: (typeof english)['accountNotice'] = {
  subject: (siteName) => `${siteName}: Ihr Weg zum Anmelden wurde geändert`,
  heading: 'Ihr Weg zum Anmelden wurde geändert',
  changes: {
    password: 'Das Passwort Ihres Kontos wurde neu gesetzt. Überall, wo Sie angemeldet waren, sind Sie jetzt abgemeldet.',
    passkeyAdded: 'Zu Ihrem Konto wurde ein Passkey hinzugefügt. Wer ihn hat, kann sich als Sie anmelden.',
    passkeyRemoved: 'Ein Passkey wurde aus Ihrem Konto entfernt.',
    authenticatorAdded: 'Zu Ihrem Konto wurde eine Authenticator-App hinzugefügt. Beim Anmelden wird ab jetzt nach einem Code aus ihr gefragt.',
    authenticatorRemoved: 'Die Authenticator-App wurde aus Ihrem Konto entfernt. Beim Anmelden wird nicht mehr nach ihren Codes gefragt.',
    recoveryCodes: 'Für Ihr Konto wurden neue Notfallcodes erzeugt. Die bisherigen gelten nicht mehr.',
    factorsRemoved: 'Ein Administrator hat alle Passkeys und die Authenticator-App aus Ihrem Konto entfernt, wie nach dem Verlust eines Geräts. Überall, wo Sie angemeldet waren, sind Sie jetzt abgemeldet.',
  },
  origin: (ip) => `Das geschah von der IP-Adresse ${ip} aus.`,
  notAsked: (contact) => `Sie haben nicht darum gebeten? Dann sagen Sie uns sofort Bescheid: ${contact}`,
  notYou: (contact) => `Das waren nicht Sie? Dann kommt jemand anderes in Ihr Konto. Setzen Sie sofort ein neues Passwort und sagen Sie uns Bescheid: ${contact}`,
  why: (address) => `Diese Mail ging an ${address}, weil das Konto zu dieser Adresse gehört.`,
};

const doorNotice: (typeof english)['doorNotice'] = {
  subject: (siteName) => `${siteName}: Eine Mail in Ihrem Namen wartet an der Tür`,
  heading: 'Eine Mail in Ihrem Namen wartet an der Tür',
  what: 'Eine Mail mit Ihrer Adresse als Absender wurde nicht als Ihre angenommen. Sie ist aufbewahrt, und niemand hat sie bekommen.',
  reasons: {
    agentWithoutKey: 'Mails von Bearbeitern gelten nur, wenn sie auf eine Mail antworten, die ihnen zu dem Vorgang gesandt wurde, und wenn ihre Maildomain für sie bürgt. Ist sie von Ihnen, antworten Sie auf jene Mail, schreiben Sie im Portal oder lassen Sie sie an der Tür ein.',
    notOfQueue: 'Sie sind als Bearbeiter am Vorgang beteiligt, arbeiten aber nicht mehr in dessen Bereich. Ist sie von Ihnen, kann jemand sie einlassen, der dort arbeitet.',
  },
  button: 'Die Mail an der Tür ansehen',
  notYou: (contact) => `Das waren nicht Sie? Dann schreibt jemand in Ihrem Namen. Lassen Sie die Mail, wo sie ist, und sagen Sie uns Bescheid: ${contact}`,
  why: (address) => `Diese Mail ging an ${address}, weil Sie an diesem Helpdesk arbeiten. Davon kommt höchstens eine am Tag.`,
};

export const letters: typeof english = { frame, conversation, acknowledgement, correspondence, comment, mentioned, newTicket, called, overdue, digest, closed, refused, held, confirm: confirmLetters, ownerChanged, password, signInLink, accountNotice, addressLetters, doorNotice, secretAsked: secretLetters.asked, secretGiven: secretLetters.given };
