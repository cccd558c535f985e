import type { newAddress as english } from '../en/new-address.ts';

export const newAddress: typeof english = {
  card: { title: 'E-Mail-Adresse', what: (address) => `Sie melden sich mit ${address} an, und dorthin gehen Ihre Mails.`, button: 'Adresse ändern …' },
  title: 'Eine andere E-Mail-Adresse',
  lead: (address) => `Bisher: ${address}. Die neue Adresse tritt überall an ihre Stelle, auch an den Vorgängen, die Sie haben.`,
  field: 'Neue E-Mail-Adresse',
  hint: 'Dorthin geht ein Link und an die alte Adresse ein Hinweis. Solange der Link nicht geöffnet und bestätigt ist, ändert sich nichts.',
  send: 'Link senden',
  sent: (minutes) => `Wenn dort Mails ankommen, ist ein Link unterwegs. Er gilt ${minutes} Minuten; bis er bestätigt ist, bleibt alles, wie es ist.`,
  faults: {
    none: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein.',
    own: 'Das ist eine Adresse des Helpdesks selbst.',
    same: 'Das ist die bisherige Adresse.',
    tooOften: 'Mehr als drei Links in einer Stunde gibt es nicht. Bitte versuchen Sie es später noch einmal.',
    setting: 'Die bisherige Adresse steht in den Einstellungen des Helpdesks (ADMINS). Ändern Sie sie zuerst dort.',
    taken: 'Diese Adresse hat schon jemand mit einem Konto. Dieses Konto muss zuerst gelöscht werden oder eine andere Adresse bekommen.',
  },
  confirm: {
    title: 'E-Mail-Adresse bestätigen',
    lead: (address) => `Gehört ${address} Ihnen, und soll das die Adresse Ihres Kontos sein?`,
    effects: 'Die alte Adresse gilt dann nicht mehr, und alle Sitzungen enden. Sie melden sich mit der neuen Adresse und dem bisherigen Passwort an.',
    button: 'Ja, Adresse ändern',
    taken: 'Die Adresse ließ sich nicht ändern: Ein anderes Konto hat sie. Wer beide Konten hat, lässt zuerst eines davon löschen.',
  },
  changed: {
    title: 'Ihre E-Mail-Adresse ist geändert',
    what: 'Ihre Vorgänge bekommen sie innerhalb von Minuten. An beide Adressen ging eine Mail, die das sagt. Auf frühere Mails können Sie weiterhin antworten, wenn Sie von der neuen Adresse schreiben.',
    signIn: 'Anmelden',
  },
  ofPerson: {
    title: 'E-Mail-Adresse',
    what: 'Die neue Adresse tritt überall an die Stelle der alten. Beide bekommen eine Mail, und alle Sitzungen enden.',
    verified: 'Ich habe mich vergewissert, dass die Adresse dieser Person gehört: ohne Link ändern',
    send: 'Adresse ändern',
    asked: 'An die neue Adresse ging ein Link. Sie gilt, sobald er bestätigt ist.',
    done: 'Die Adresse ist geändert.',
  },
};
