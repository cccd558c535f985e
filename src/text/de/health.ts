import type { health as english } from '../en/health.ts';

const some = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`);

export const health: typeof english = {
  title: 'Zustand',
  lead: 'Ob Mails herein- und hinausgehen, und was der Helpdesk von selbst tut.',
  well: 'Alles in Ordnung.',
  says: {
    mailsWait: (mails) => `${some(mails, 'Mail sollte', 'Mails sollten')} seit Stunden fertig sein. Aufbewahrt ${mails === 1 ? 'ist sie' : 'sind sie'}. Bitte suchen Sie den Fehler im Protokoll des Workers.`,
    mailsMissing: (mails) => `Von ${some(mails, 'Mail fehlt', 'Mails fehlt')} der Quelltext im Speicher. Was an Vorgängen steht, ist noch da.`,
    mailsLeft: (mails) => `${some(mails, 'aufbewahrte Mail konnte', 'aufbewahrte Mails konnten')} bei der letzten Prüfung nicht hereingeholt werden. Es wird jede Stunde wieder versucht.`,
    lettersFailed: (letters) => `${some(letters, 'Mail hat ihren', 'Mails haben ihre')} Empfänger nicht erreicht, siehe „Mails mit Problemen“.`,
    jobFails: (job) => `„${job}“ ist mehrmals hintereinander gescheitert.`,
    jobLate: (job) => `„${job}“ geschieht nicht mehr. Bitte sehen Sie nach den Cron-Triggern des Workers.`,
  },
  counts: 'Mails jetzt',
  since: 'die älteste seit',
  never: 'noch nie',
  rows: { lastReceived: 'Letzte Mail empfangen', atWork: 'Mails in Arbeit', atDoor: 'Mails an der Tür', missing: 'Mails, deren Quelltext fehlt' },
  letters: (trouble) => `Ausgehende Mails: ${trouble}`,
  jobsTitle: 'Nach der Uhr',
  noClock: 'Auf diesem Rechner ruft das nichts von selbst auf; der eingerichtete Helpdesk tut es jede Stunde und jede Nacht.',
  neverRan: 'Noch ist nichts geschehen.',
  columns: { job: 'Was', began: 'Zuletzt begonnen', outcome: 'Ergebnis', counted: 'Gezählt' },
  jobs: {
    ledgerCheck: 'Mails mit dem Eingangsbuch vergleichen',
    readdressing: 'Geänderte und gelöschte Adressen weiter nachziehen',
    export: 'Den Helpdesk in seinen Speicher sichern',
    exportRest: 'Eine Sicherung weiterführen, die länger als eine Nacht dauert',
  },
  figures: {
    compared: 'verglichen:',
    unknown: 'hereingeholt:',
    unfinished: 'unfertig:',
    left: 'nicht hereinzuholen:',
    missing: 'neu vermisst:',
    found: 'wieder da:',
    rounds: 'Runden beendet:',
    rows: 'Zeilen:',
    tickets: 'Vorgänge:',
    whole: 'Sicherungen fertig:',
  },
  underWay: 'läuft, oder endete ohne ein Wort',
  wentWell: (seconds) => `gut gegangen, in ${seconds.toLocaleString('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`,
  failed: 'gescheitert:',
  lastWell: 'zuletzt gut gegangen:',
  monitors: 'Überwachungen fragen dieselbe Adresse ohne Anmeldung und bekommen „ok“ oder den Status 503. Dasselbe als Daten:',
};
