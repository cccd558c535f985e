import type { troubles as english } from '../en/troubles.ts';

export const troubles: typeof english = {
  title: 'Mails mit Problemen',
  lead: 'Mails des Helpdesks, die nicht gesendet wurden, nicht ankamen oder vielleicht zweimal hinausgingen. Senden Sie sie noch einmal, oder legen Sie sie weg, wenn die Empfänger es anders erfahren haben.',
  empty: 'Jede Mail ist hinausgegangen.',
  emptyTodo: 'Mails, die scheitern, zurückkommen oder unklar sind, stehen hier.',
  kinds: {
    inDoubt: 'unklar, ob gesendet',
    failed: 'nicht gesendet',
    undelivered: 'nicht angekommen',
    twice: 'vielleicht zweimal gesendet',
  },
  meaning: {
    inDoubt: 'Die Verbindung brach bei der Übergabe ab. Ist nichts von der Mail zu hören, wird sie nach einer Viertelstunde von selbst noch einmal gesendet und kommt dann vielleicht zweimal an.',
    failed: 'Der Empfänger hat sie nicht bekommen. Von selbst geschieht nichts mehr.',
    undelivered: 'Sie wurde gesendet und kam zurück. Von selbst geschieht nichts mehr.',
    twice: 'Sie wurde noch einmal gesendet, weil vom ersten Mal nichts zu hören war. Der Empfänger hat sie vielleicht zweimal; zu tun ist nichts.',
  },
  codes: {
    E_RATE_LIMIT_EXCEEDED: 'zu viele Mails auf einmal für den Maildienst; einen Tag lang versucht',
    E_DAILY_LIMIT_EXCEEDED: 'der Maildienst nahm an diesem Tag keine Mails mehr von uns an; einen Tag lang versucht',
    E_INTERNAL_SERVER_ERROR: 'der Maildienst war gestört; einen Tag lang versucht',
    E_DELIVERY_FAILED: 'der Maildienst konnte sie nicht weitergeben; einen Tag lang versucht',
    E_VALIDATION_ERROR: 'der Maildienst beanstandet ihre Form',
    E_SENDER_NOT_VERIFIED: 'die Absenderadresse ist beim Maildienst nicht eingerichtet',
    E_RECIPIENT_NOT_ALLOWED: 'der Maildienst darf an diese Adresse nicht schreiben',
    E_RECIPIENT_SUPPRESSED: 'der Maildienst schreibt nicht mehr an diese Adresse, weil Mails dorthin zurückkamen oder als Spam gemeldet wurden',
    E_CONTENT_TOO_LARGE: 'sie ist größer, als der Maildienst annimmt',
    E_HEADER: 'der Maildienst beanstandet eine Kopfzeile',
    E_FILES: 'ihre Dateien waren nicht zu holen; einen Tag lang versucht',
    E_LINK: 'der Link darin war nicht zu machen; einen Tag lang versucht',
  },
  said: {
    again: 'Die Mail wird noch einmal gesendet. Scheitert sie wieder, steht sie wieder unter „Problem-Mails“.',
    aside: 'Die Mail ist weggelegt.',
    notInTrouble: 'Jemand war schneller: Diese Mail braucht nichts mehr.',
    merged: 'Der Vorgang ist inzwischen Teil eines anderen, darum wird von ihm nichts mehr gesendet. Bitte schreiben Sie von dort.',
  },
  letter: (kind, to) => `${kind} an ${to}`,
  again: 'Noch einmal senden',
  aside: 'Weglegen',
  events: {
    letterSentAgain: (who, kind, to) => `${who} hat die Mail „${kind}“ an ${to} noch einmal senden lassen`,
    letterSetAside: (who, kind, to) => `${who} hat die Mail „${kind}“ an ${to} weggelegt`,
  },
};
