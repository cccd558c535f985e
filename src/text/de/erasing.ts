import type { erasing as english } from '../en/erasing.ts';

export const erasing: typeof english = {
  name: (id) => `gelöschte Person #${id}`,
  card: { title: 'Mich löschen', what: 'Löscht Ihr Konto, Ihren Namen und Ihre Adresse aus diesem Helpdesk. Was bleibt und warum, steht vorher da.', button: 'Mich löschen …' },
  cardOfPerson: { title: 'Löschen', what: 'Löscht Konto, Namen und Adresse überall, wo sie stehen. Was bleibt und warum, steht vorher da.', button: 'Diese Person löschen …' },
  title: 'Mich löschen',
  titleOf: (name) => `Löschen: ${name}`,
  lead: (address) => `Es geht um alles, was dieser Helpdesk von ${address} weiß.`,
  noUndo: 'Das lässt sich nicht rückgängig machen.',
  goes: 'Was gelöscht wird',
  gone: (name) => [
    'Das Konto mit Passwort, Passkeys, Sitzungen, Einstellungen, gespeicherten Listen und dem, was Bearbeiter notiert haben.',
    `Name und Adresse an allen Vorgängen, in deren Verlauf und in Listen: Dort steht dann „${name}“.`,
    'Die Mails, wie sie ankamen, mit ihren Kopfzeilen. Über eine Mail, die an der Tür wartet, wird nicht mehr entschieden.',
    'Entwürfe, die nicht gesendet wurden.',
  ],
  stays: 'Was bleibt, und warum',
  left: [
    'Die Texte an Vorgängen und ihre Dateien. Sie gehören zu dem, was anderen gesagt und mit ihnen vereinbart wurde; ohne sie wären die Antworten darauf nicht zu verstehen. Namen, Signaturen und Adressen in einem Text bleiben darin stehen; soll etwas herausgenommen werden, sagen Sie es uns vorher.',
    'Mails, die andere schon bekommen haben, und Mails von anderen, auch wenn die Adresse darin steht.',
    'Das Protokoll der Anmeldungen und Änderungen, in dem eine Adresse stehen kann. Es weist nach, wer was getan hat, und lässt sich deshalb nicht ändern.',
    'Sicherungen, bis zu 30 Tage lang.',
  ],
  after: 'An die Adresse geht nichts mehr außer einer letzten Mail, die dies bestätigt. Wer von dort wieder schreibt, ist jemand Neues und sieht die Vorgänge von früher nicht.',
  sure: 'Ja, das endgültig löschen',
  notSure: 'Bitte kreuzen Sie an, dass Sie das möchten.',
  send: 'Endgültig löschen',
  back: 'Nicht löschen',
  notNow: {
    yourself: 'Sie arbeiten hier, deshalb muss das jemand anderes tun: Ein Administrator findet Sie unter Personen.',
    setting: 'Diese Adresse steht in den Einstellungen des Helpdesks (ADMINS), die das Konto neu anlegen würden. Nehmen Sie sie zuerst dort heraus.',
  },
  done: {
    title: 'Ihr Konto ist gelöscht',
    what: 'Ihr Name und Ihre Adresse verschwinden innerhalb von Minuten aus den Vorgängen; bei sehr vielen Vorgängen kann es einige Stunden dauern. Eine letzte Mail bestätigt es.',
  },
  changes: {
    title: 'Gelöscht und umgezogen',
    lead: 'Personen, die gelöscht wurden, und Adressen, die sich geändert haben. Es geht von selbst weiter, bis jeder Vorgang durchgesehen ist; nach zehn Minuten oder mehr wird zum Schluss noch einmal nachgesehen.',
    link: 'Gelöscht und umgezogen',
    empty: 'Niemand wurde gelöscht, und keine Adresse hat sich geändert.',
    columns: { what: 'Was', progress: 'Stand', begun: 'Begonnen' },
    kinds: { erased: (name) => name, moved: (address) => `jetzt ${address}` },
    going: (tickets) => `Läuft: bisher ${tickets === 1 ? '1 Vorgang' : `${tickets} Vorgänge`}`,
    done: (tickets) => `Fertig: ${tickets === 1 ? '1 Vorgang' : `${tickets} Vorgänge`}`,
    goOn: 'Jetzt weitermachen',
  },
};
