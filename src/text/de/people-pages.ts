import type { peoplePages as english } from '../en/people-pages.ts';

export const peoplePages: typeof english = {
  back: 'Alle Personen',
  leftBehind: {
    title: (tickets) => (tickets === 1 ? '1 offener Vorgang, an dem niemand arbeitet' : `${tickets} offene Vorgänge, an denen niemand arbeitet`),
    what: 'Sie gehören dieser Person, aber sie arbeitet nicht daran: wegen des Bereichs, der Rolle oder weil das Konto gesperrt ist. Geben Sie sie jemand anderem.',
    all: 'Alle eigenen am Helpdesk anzeigen',
  },
  queues: {
    title: 'Bereiche',
    lead: 'Wer nur in manchen Bereichen arbeitet, sieht und findet nur deren Vorgänge, bekommt nur zu ihnen Mails und entscheidet nur über ihre Mails an der Tür. An anderen Vorgängen gilt er wie jemand von außen.',
    all: 'Alle Bereiche, auch künftige',
    some: 'Nur diese:',
    retired: (name) => `${name} (stillgelegt)`,
    save: 'Speichern',
    saved: 'Gespeichert.',
    none: 'Bitte wählen Sie mindestens einen Bereich oder alle.',
    admins: 'Administratoren arbeiten in allen Bereichen.',
    customers: 'Bereiche gelten nur für Bearbeiter.',
  },
};
