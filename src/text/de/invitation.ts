import type { invitation as english } from '../en/invitation.ts';

const method: (typeof english)['method'] = {
  request: 'Einladung',
  cancel: 'Abgesagter Termin',
  reply: 'Antwort auf eine Einladung',
  counter: 'Eine andere Zeit wird vorgeschlagen',
  publish: 'Termin',
};

const answer: (typeof english)['answer'] = { accepted: 'zugesagt', declined: 'abgesagt', tentative: 'mit Vorbehalt', open: 'offen' };

const weekday: (typeof english)['weekday'] = { MO: 'Montag', TU: 'Dienstag', WE: 'Mittwoch', TH: 'Donnerstag', FR: 'Freitag', SA: 'Samstag', SU: 'Sonntag' };

const every: (typeof english)['every'] = {
  day: (interval) => (interval === 1 ? 'jeden Tag' : `alle ${interval} Tage`),
  week: (interval) => (interval === 1 ? 'jede Woche' : `alle ${interval} Wochen`),
  month: (interval) => (interval === 1 ? 'jeden Monat' : `alle ${interval} Monate`),
  year: (interval) => (interval === 1 ? 'jedes Jahr' : `alle ${interval} Jahre`),
};

export const invitation: typeof english = {
  method,
  changed: 'Geänderte Einladung',
  answer,
  weekday,
  every,
  on: (days) => `am ${days.join(', ')}`,
  until: (day) => `, bis ${day}`,
  times: (times) => `, ${times}-mal`,
  otherwise: 'nach einer Regel, die in der Kalenderdatei steht',
  when: 'Wann',
  zone: (zone) => `geschrieben in ${zone}`,
  repeats: 'Wiederholt',
  where: 'Wo',
  organiser: 'Veranstalter',
  attendees: 'Eingeladen',
  more: (count) => `und ${count} weitere`,
  description: 'Beschreibung',
  file: 'Kalenderdatei (.ics)',
};
