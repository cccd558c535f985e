import type { secretLetters as englishLetters, secrets as english } from '../en/secrets.ts';

export const secrets: typeof english = {
  title: 'Zugangsdaten',
  states: {
    asked: 'angefordert',
    given: 'liegen bereit',
    seen: 'angesehen und gelöscht',
    withdrawn: 'zurückgezogen',
    expired: 'abgelaufen',
  },
  until: 'bis',
  ask: 'Zugangsdaten anfordern',
  label: 'Wofür?',
  labelHint: 'Der Auftraggeber liest das in einer Mail, zum Beispiel „Passwort der Verwaltungsseite des Druckers“.',
  labelMissing: 'Bitte geben Sie an, wofür Sie die Zugangsdaten brauchen.',
  labelLong: (longest) => `Bitte kürzen Sie das auf ${longest} Zeichen.`,
  send: 'Beim Auftraggeber anfordern',
  off: 'Dieser Helpdesk hat keinen SECRETS_KEY, deshalb ließe sich nichts sicher aufbewahren. Wer ihn betreibt, setzt einen: npx wrangler secret put SECRETS_KEY, mit mindestens 32 zufälligen Zeichen.',
  give: 'Eingeben',
  asksYou: 'Wir brauchen Zugangsdaten von Ihnen. Sie werden verschlüsselt übergeben und lassen sich nur einmal ansehen.',
  see: 'Einmal anzeigen',
  withdraw: 'Zurückziehen',
  events: {
    asked: (who, person, label) => `${who} hat bei ${person} Zugangsdaten angefordert: ${label}`,
    given: (person, label) => `${person} hat die Zugangsdaten eingegeben: ${label}`,
    seen: (who, label) => `${who} hat die Zugangsdaten angesehen, sie sind nun gelöscht: ${label}`,
    withdrawn: (who, label) => `${who} braucht die Zugangsdaten nicht mehr: ${label}`,
    expired: (_who, label) => `Die Anforderung von Zugangsdaten ist abgelaufen: ${label}`,
  },
  page: {
    title: 'Zugangsdaten eingeben',
    lead: 'Was Sie hier eingeben, wird sofort verschlüsselt. Wer es angefordert hat, kann es ein einziges Mal ansehen; dann wird es gelöscht.',
    hint: 'Bitte prüfen Sie es vor dem Absenden: Danach können Sie es weder sehen noch ändern.',
    missing: 'Bitte geben Sie ein, worum wir Sie gebeten haben.',
    long: (longest) => `Bitte kürzen Sie das auf ${longest} Zeichen.`,
    send: 'Verschlüsselt übergeben',
  },
  given: {
    title: 'Die Zugangsdaten sind übergeben',
    what: 'Wer sie angefordert hat, kann sie ein einziges Mal ansehen, dann werden sie gelöscht. Dieser Link ist verbraucht; Sie können die Seite schließen.',
  },
  over: {
    title: 'Dieser Link gilt nicht',
    what: 'Ein solcher Link gilt sieben Tage und nur, solange die Zugangsdaten gebraucht werden. Vielleicht wurde er auch beim Kopieren abgeschnitten.',
    todo: 'Bitten Sie den Bearbeiter um einen neuen. Bitte senden Sie die Zugangsdaten nicht per Mail.',
  },
  seen: {
    title: 'Die Zugangsdaten',
    once: 'Sie werden nur jetzt angezeigt: Aus dem Vorgang sind sie gelöscht. Übertragen Sie sie dorthin, wo sie hingehören, bevor Sie diese Seite verlassen.',
    unreadable: 'Sie sind nicht lesbar: Der SECRETS_KEY des Helpdesks wurde nach der Eingabe geändert. Bitte fordern Sie sie noch einmal an.',
    back: (number) => `Zurück zu Vorgang #${number}`,
  },
};

export const secretLetters: typeof englishLetters = {
  asked: {
    heading: 'Wir brauchen Zugangsdaten von Ihnen',
    intro: (who, number) => `um an Vorgang #${number} weiterzuarbeiten, braucht ${who} Zugangsdaten von Ihnen.`,
    what: 'Wofür',
    todo: 'Bitte geben Sie sie auf der Seite hinter diesem Link ein. Dort werden sie verschlüsselt, sind ein einziges Mal für den sichtbar, der sie angefordert hat, und werden dann gelöscht.',
    button: 'Zugangsdaten eingeben',
    bounds: (until) => `Der Link gilt einmal, bis ${until}. Bitte geben Sie ihn nicht weiter.`,
    warning: 'Bitte antworten Sie nicht mit den Zugangsdaten auf diese Mail: Mails können von anderen gelesen werden und bleiben jahrelang erhalten.',
  },
  given: {
    heading: 'Die Zugangsdaten liegen bereit',
    somebody: 'Der Auftraggeber',
    intro: (who, label) => `${who} hat eingegeben, was Sie angefordert haben: ${label}.`,
    once: 'Im Vorgang können Sie sie ein einziges Mal ansehen; dann werden sie gelöscht. Sehen Sie nicht innerhalb von sieben Tagen hinein, werden sie ungesehen gelöscht.',
  },
};
