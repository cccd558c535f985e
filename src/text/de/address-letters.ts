import type { addressLetters as english } from '../en/address-letters.ts';

export const addressLetters: typeof english = {
  notices: {
    erased: { subject: (siteName) => `${siteName}: Ihr Konto wurde gelöscht`, says: () => 'Ihr Konto, Ihr Name und Ihre Adresse werden aus diesem Helpdesk gelöscht. Was Sie anderen an Vorgängen gesagt haben, bleibt ohne Ihren Namen stehen. Dies ist die letzte Mail an diese Adresse, außer Sie schreiben uns wieder.' },
    asked: { subject: (siteName) => `${siteName}: eine andere E-Mail-Adresse für Ihr Konto`, says: (address) => `Ihr Konto soll eine andere E-Mail-Adresse bekommen: ${address}. Dorthin ging ein Link; sobald ihn jemand öffnet und es bestätigt, melden Sie sich dort an und bekommen Ihre Mails dort und nicht mehr hier.` },
    moved: { subject: (siteName) => `${siteName}: Ihre E-Mail-Adresse wurde geändert`, says: (address) => `Die E-Mail-Adresse Ihres Kontos ist jetzt ${address}. Ihre Vorgänge sind mitgekommen. Überall, wo Sie angemeldet waren, sind Sie abgemeldet. Auf frühere Mails können Sie weiterhin antworten, wenn Sie von der neuen Adresse schreiben.` },
  },
  notYou: (contact) => `Sie haben nicht darum gebeten? Dann sagen Sie uns sofort Bescheid: ${contact}`,
  why: (address) => `Diese Mail ging an ${address}, weil das Konto zu dieser Adresse gehört oder gehörte.`,
  link: {
    subject: (siteName) => `${siteName}: Bitte bestätigen Sie Ihre neue E-Mail-Adresse`,
    heading: 'E-Mail-Adresse bestätigen',
    what: (siteName) => `Jemand mit einem Konto bei ${siteName} gibt an, dass dies die neue E-Mail-Adresse ist. Waren Sie das, bestätigen Sie sie bitte.`,
    button: 'Adresse bestätigen',
    notYou: (contact) => `Das waren nicht Sie? Dann brauchen Sie nichts zu tun; bitte öffnen Sie den Link nicht. Kommt das öfter vor, sagen Sie uns Bescheid: ${contact}`,
    why: (address) => `Diese Mail ging an ${address}, weil jemand diese Adresse als die neue angegeben hat.`,
  },
};
