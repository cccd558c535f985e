import type { portal as english } from '../en/portal.ts';
import { around } from './around.ts';
import { audit } from './audit.ts';
import { bulk } from './bulk.ts';
import { canned } from './canned.ts';
import { deskPages } from './desk-pages.ts';
import { health } from './health.ts';
import { invitation } from './invitation.ts';
import { keys } from './keys.ts';
import { labels } from './labels.ts';
import { leave } from './leave.ts';
import { links } from './links.ts';
import { live } from './live.ts';
import { mail } from './mail.ts';
import { moments } from './moments.ts';
import { queuePages } from './queue-pages.ts';
import { redaction } from './redaction.ts';
import { query } from './query.ts';
import { savedViews } from './saved-views.ts';
import { search } from './search.ts';
import { secrets } from './secrets.ts';
import { signature } from './signature.ts';
import { ticketPages } from './ticket-pages.ts';
import { timeSpent } from './time-spent.ts';
import { troubles } from './troubles.ts';
import { writing } from './writing.ts';

const layout: (typeof english)['layout'] = {
  skip: 'Zum Inhalt springen',
  navigation: 'Hauptbereiche',
  desk: 'Vorgänge',
  tickets: 'Meine Vorgänge',
  newTicket: 'Neuer Vorgang',
  admin: 'Verwaltung',
  signOut: 'Abmelden',
  language: 'Sprache',
  help: (contact) => `Fragen? ${contact}`,
  unchecked: 'Absender von Mails werden hier nicht geprüft (MAIL_AUTHENTICATION ist off): Jeder kann in jedem Namen schreiben. Zum Ausprobieren richtig, im Betrieb nicht.',
};

const form: (typeof english)['form'] = {
  wrong: 'Etwas fehlt oder stimmt nicht:',
  optional: 'freiwillig',
};

const pages: (typeof english)['pages'] = {
  label: 'Seiten',
  newer: 'Neuere',
  older: 'Ältere',
  previous: 'Vorherige',
  next: 'Nächste',
  place: (page, pages) => `Seite ${page} von ${pages}`,
};

const errors: (typeof english)['errors'] = {
  reference: (reference) => `Wenn Sie uns danach fragen, nennen Sie bitte dieses Zeichen: ${reference}`,
  again: 'Noch einmal versuchen',
  home: 'Zur Startseite',
  notFound: {
    title: 'Hier ist nichts',
    what: 'Diese Seite gibt es nicht, oder Sie dürfen sie nicht sehen.',
    todo: 'Prüfen Sie die Adresse auf Tippfehler, oder suchen Sie den Vorgang in Ihrer Liste. Fehlt er dort, können die Beteiligten Sie hinzufügen.',
  },
  forbidden: {
    title: 'Dazu sind Sie nicht berechtigt',
    what: 'Ihr Konto hat kein Recht auf diese Seite.',
    todo: 'Wenn Sie sie für Ihre Arbeit brauchen, bitten Sie einen Administrator dieses Helpdesks um das Recht.',
  },
  otherSite: {
    title: 'Das wurde nicht gesendet',
    what: 'Das Formular kam von einer fremden Website; darum wurde nichts ausgeführt.',
    todo: 'Öffnen Sie die Seite hier im Portal und senden Sie das Formular noch einmal. Haben Sie das getan, verbirgt Ihr Browser die Herkunft des Formulars: Erlauben Sie sie für diese Seite.',
  },
  otherHost: {
    title: 'Das ist nicht unsere Adresse',
    what: 'Das Portal wurde unter einem Namen geöffnet, der nicht seiner ist. Deshalb wurde nichts getan.',
    todo: 'Öffnen Sie es über den Link in einer unserer Mails.',
  },
  badInput: {
    title: 'Das war nicht lesbar',
    what: 'Das Formular enthielt nicht, was diese Seite braucht; darum wurde nichts ausgeführt.',
    todo: 'Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.',
  },
  tooLarge: {
    title: 'Das ist zu viel auf einmal',
    what: 'Text und Dateien dürfen zusammen 25 MB haben; darum wurde nichts gesendet.',
    todo: 'Gehen Sie zurück, Ihr Text sollte noch da sein. Lassen Sie die größten Dateien weg, oder senden Sie sie in mehreren Antworten.',
  },
  tooMany: {
    title: 'Das war viel auf einmal',
    what: 'Von Ihrem Konto kamen mehr als 60 Formulare in einer Minute, deshalb wurde dieses nicht ausgeführt. Was Sie geschrieben haben, steht noch hier; Passwörter geben Sie bitte neu ein.',
    todo: 'Warten Sie eine Minute und senden Sie es dann noch einmal. Waren Sie das nicht, beenden Sie auf der Seite über Ihre Anmeldewege Ihre anderen Sitzungen.',
    text: 'Ihr Text',
    files: 'Bitte wählen Sie Ihre Dateien noch einmal aus',
    again: 'Noch einmal senden',
  },
  fileMissing: {
    title: 'Diese Datei ist gerade nicht zu bekommen',
    what: 'Der Vorgang kennt die Datei, aber die Ablage hat sie nicht herausgegeben. Am Vorgang ist nichts verloren.',
    todo: 'Versuchen Sie es in einer Minute noch einmal. Bleibt es dabei, nennen Sie uns bitte das Zeichen unten, damit wir die Datei suchen.',
  },
  fault: {
    title: 'Bei uns ist etwas schiefgegangen',
    what: 'Die Seite konnte nicht erstellt werden. Falls Sie ein Formular gesendet haben, wurde es vielleicht ausgeführt, vielleicht nicht.',
    todo: 'Warten Sie eine Minute, sehen Sie nach, ob es ausgeführt wurde, und versuchen Sie es noch einmal.',
  },
};

export const portal: typeof english = { layout, form, pages, errors, mail, invitation, ...ticketPages, ...deskPages, queues: queuePages, secrets, redaction, audit, leave, writing, around, search, savedViews, bulk, live, canned, links, keys, query, labels, troubles, health, moments, timeSpent, signature };
