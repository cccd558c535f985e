import type { machineMail as english } from '../en/machine-mail.ts';

const why = { tooMany: 'mehr als 10 Mails in 10 Minuten', sameText: 'dreimal derselbe Text' };

export const machineMail: typeof english = {
  from: {
    'out-of-office': (name) => `Abwesenheitsnotiz: ${name}`,
    bounce: (name) => `Zustellbericht von ${name}`,
    complaint: (name) => `Spam-Beschwerde, weitergegeben von ${name}`,
    list: (name) => `Mailingliste: ${name}`,
    machine: (name) => `Automatische Mail von ${name}`,
  },
  bounceReason: {
    userUnknown: 'dieses Postfach gibt es nicht',
    hostUnknown: 'für diese Domain gibt es keinen Mailserver',
    moved: 'die Person hat jetzt eine andere Adresse',
    notAccepted: 'diese Domain nimmt keine Mails an',
    suspended: 'das Postfach ist geschlossen',
    mailboxFull: 'das Postfach ist voll',
    tooLarge: 'die Mail ist dem Server des Empfängers zu groß',
    rejectedBySpam: 'der Server des Empfängers hielt sie für Spam',
    virus: 'der Server des Empfängers fand etwas Gefährliches darin',
    policy: 'der Server des Empfängers nimmt nach seinen Regeln keine Mails von uns an',
    authenticationFailure: 'der Server des Empfängers bezweifelt, dass sie von uns ist (SPF, DKIM, DMARC)',
    relayDenied: 'der Server des Empfängers kennt diese Domain nicht',
    senderRejected: 'der Server des Empfängers nimmt unsere Absenderadresse nicht an',
    refused: 'der Server des Empfängers lehnte sie ab und sagt nicht, warum',
    contentError: 'der Server des Empfängers beanstandet ihre Form',
    busy: 'der Server des Empfängers war überlastet oder bittet um mehr Zeit',
    expired: 'der Server des Empfängers nahm sie nicht rechtzeitig an',
    network: 'der Server des Empfängers war nicht erreichbar',
    systemError: 'der Server des Empfängers ist gestört',
    erased: 'die Person wurde gelöscht',
    unknown: 'der Bericht sagt nicht, warum',
  },
  events: {
    undelivered: (person, reason) => `Eine Mail hat ${person} nicht erreicht: ${reason}`,
    complained: (person) => `${person} hat eine Mail als Spam gemeldet`,
    bounced: (person) => `${person} bekommt keine Mails mehr, bis die Adresse wieder versucht wird`,
    triedAgain: (who, person) => `${who} lässt wieder Mails an ${person} gehen`,
    wroteAgain: (person) => `${person} hat geschrieben, also gehen wieder Mails dorthin`,
    muted: (person, reason, until) => `${person} schreibt wie eine Maschine (${why[reason]}): Mails warten bis ${until} an der Tür`,
    unmuted: (who, person) => `${who} hält ${person} wieder für einen Menschen`,
  },
  answer: (words) => `Der Server sagte: ${words}`,
  person: {
    bounced: (reason) => `bekommt keine Mails: ${reason}`,
    tryAgain: 'Wieder versuchen',
    muted: (until) => `Mails warten bis ${until} an der Tür, weil sie wie von einer Maschine kommen`,
    unmute: 'Wieder einlassen',
  },
};
