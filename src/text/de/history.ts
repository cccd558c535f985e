import type { history as english } from '../en/history.ts';
import { machineMail } from './machine-mail.ts';

const via: (typeof english)['via'] = { mail: 'per E-Mail', portal: 'im Portal' };
const as = { requester: 'als Auftraggeber', cc: 'in Cc', agent: 'als Bearbeiter' };

const events: (typeof english)['events'] = {
  opened: (who, channel) => `${who} hat den Vorgang ${via[channel]} eröffnet`,
  joined: (who, person, role) => `${who} hat ${person} ${as[role]} hinzugefügt`,
  joinedSelf: (person, role) => `${person} ist ${as[role]} dazugekommen`,
  left: (who, person) => `${who} hat ${person} entfernt`,
  leftSelf: (person) => `${person} hat sich ausgetragen`,
  leftOut: (people) => `Nicht aufgenommen, weil eine Mail, ein Vorgang, eine Person oder ein Tag nur so viele mitbringen kann: ${people}`,
  historyShared: (who, person) => `${who} lässt ${person} den Verlauf von Anfang an lesen`,
  changed: (who, field, from, to) => `${who} hat geändert: ${field} ${from} → ${to}`,
  proven: (person) => `${person} hat die Adresse durch die Antwort mit dem eigenen Schlüssel bewiesen`,
  accepted: (who, person) => `${who} bürgt für ${person}`,
  engaged: (who) => `${who} hat als Erster bearbeitet`,
  refusedReply: (person) => `Eine Mail von ${person} wurde nicht aufgenommen, weil der Vorgang geschlossen ist; sie ist aufbewahrt, und der Absender weiß es`,
  takenBack: (who) => `${who} hat eine Antwort zurückgeholt, bevor sie versandt wurde`,
  overtaken: (author, who) => `Eine Antwort von ${author} wurde nicht versandt, weil ${who} inzwischen geschrieben hat; sie ist wieder ein Entwurf`,
  closeUndone: (who) => `${who} hat das Schließen rückgängig gemacht; niemand hat davon eine Mail bekommen`,
  heldReply: (person) => `Eine Mail von ${person} hätte an Neuem vorbei geantwortet; sie wartet am Eingang, und der Absender weiß es`,
  joinedWith: (person, role, number) => `${person} kam mit ${number} ${as[role]} dazu`,
  mergedInto: (who, number) => `${who} hat diesen Vorgang mit ${number} zusammengeführt`,
  unmerged: (who, number) => `${who} hat diesen Vorgang wieder von ${number} getrennt`,
  tookOver: (who, number) => `${who} hat ${number} mit diesem Vorgang zusammengeführt`,
  gaveBack: (who, number) => `${who} hat ${number} wieder von diesem Vorgang getrennt`,
  mentions: (before) => `Die Mail bezieht sich auf Vorgang ${before}, gehörte aber nicht von selbst dorthin`,
  mentionedBy: (before) => `Vorgang ${before} begann mit einer Mail, die sich auf diesen bezieht`,
};

const letters: (typeof english)['letters'] = {
  to: (people) => (people === 1 ? 'An 1 Person' : `An ${people} Personen`),
  outcome: (states) =>
    [
      states.delivered > 0 ? `${states.delivered} zugestellt` : '',
      states.sent > 0 ? `${states.sent} übergeben` : '',
      states.deferred > 0 ? `${states.deferred} verspätet` : '',
      states.queued + states.sending > 0 ? `${states.queued + states.sending} unterwegs` : '',
      states.bounced > 0 ? `${states.bounced} nicht angekommen` : '',
      states.complained > 0 ? `${states.complained} als Spam gemeldet` : '',
      states.failed > 0 ? `${states.failed} gescheitert` : '',
      states.unknown > 0 ? `${states.unknown} unklar` : '',
    ].filter((part) => part !== '').join(', '),
  none: 'An niemanden, nur in den Verlauf',
  reason: (reason) => `Grund: ${reason}`,
  notSent: {
    leftTicket: 'ist nicht mehr am Vorgang beteiligt',
    disabled: 'das Konto ist gesperrt',
    decidedBefore: 'über die Mail wurde vorher entschieden',
    bounced: 'die Adresse nimmt keine Mails an',
    secretOver: 'die Zugangsdaten werden nicht mehr gebraucht, oder der Helpdesk hat keinen SECRETS_KEY',
  },
  twice: 'vielleicht zweimal versandt',
};

export const history: typeof english = {
  title: 'Verlauf',
  newest: 'Neuestes zuerst',
  desk: 'Der Helpdesk',
  unknown: 'Unbekannter Absender',
  request: 'Ursprüngliche Anfrage',
  reply: 'Antwort',
  comment: 'Kommentar',
  onlyAgents: 'nur Bearbeiter sehen das',
  via,
  automatic: 'Automatische Mail',
  automaticHint: 'Das hat eine Maschine geschrieben; niemand wurde benachrichtigt.',
  from: (number) => `aus ${number}`,
  sameMessageId: 'Trägt dieselbe Message-ID wie eine andere Mail, aber anderen Inhalt.',
  folded: { quote: 'Zitierter Text', signature: 'Signatur' },
  wholeText: 'Ganzen Text zeigen',
  machine: machineMail,
  asSent: 'Wie gesendet zeigen',
  asText: 'Als Text zeigen',
  showSource: 'Quelltext zeigen',
  asSentTitle: (name) => `Mail von ${name}, wie gesendet`,
  source: 'Rohe Mail (.eml)',
  files: (count) => (count === 1 ? '1 Datei' : `${count} Dateien`),
  moreEvents: (count) => (count === 1 ? '1 weiterer Eintrag' : `${count} weitere Einträge`),
  empty: 'Hier gibt es für Sie noch nichts zu lesen. Sie sehen, was von jetzt an geschrieben wird.',
  nothing: 'nichts',
  subject: (subject) => `„${subject}“`,
  readMail: 'Mail lesen',
  openTicket: (number) => `${number} öffnen`,
  events,
  letters,
};
