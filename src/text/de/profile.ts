import type { profile as english } from '../en/profile.ts';

export const profile: typeof english = {
  title: 'Ihr Profil',
  lead: (address) => `Wie wir Sie nennen und wie Sie diesen Helpdesk lesen. Sie sind hier mit ${address}.`,
  security: 'Anmeldung und Sicherheit',
  saved: 'Gespeichert.',
  save: 'Speichern',
  name: 'Name',
  nameHint: 'So sehen ihn andere an Ihren Vorgängen. Frühere Vorgänge behalten den Namen von damals.',
  language: 'Sprache',
  languageHint: 'Dieser Seiten und unserer Mails an Sie.',
  languageWrong: 'Bitte wählen Sie eine Sprache.',
  languages: { de: 'Deutsch', en: 'English' },
  zone: 'Zeitzone',
  zoneHint: 'Der Zeiten auf diesen Seiten. In Mails sind es die des Helpdesks.',
  zoneOfDesk: (zone) => `Die des Helpdesks (${zone})`,
  zoneWrong: 'Bitte wählen Sie eine Zeitzone aus der Liste.',
  download: {
    title: 'Alles über Sie',
    what: 'Was der Helpdesk über Sie weiß, die Vorgänge, an denen Sie beteiligt sind, mit allem, was Sie dort lesen dürfen, und die Dateien, die Sie geschickt haben: ein Zip, Texte als JSON. Bei vielen Vorgängen dauert es etwas.',
    button: 'Herunterladen',
    fileName: 'ueber-mich.zip',
  },
  letters: {
    title: 'Mails an Sie',
    hint: 'Was dieser Helpdesk Ihnen als Bearbeiter schreibt. Was einmal am Tag kommt, steht morgens in einer Mail, wenn es etwas gab.',
    events: {
      new: 'Neues in meinen Bereichen',
      mine: 'An Vorgängen, die mir gehören oder an denen ich beteiligt bin',
      mentioned: 'Wenn ein Kommentar mich mit @ nennt',
      overdue: 'Überfälliges in meinen Bereichen',
    },
    times: { 'at-once': 'sofort', digest: 'einmal am Tag', never: 'nie' },
    always: 'Mails zu dem, was Sie selbst getan haben, kommen immer: eine angehaltene Antwort, Zugangsdaten, um die Sie gebeten haben.',
  },
};
