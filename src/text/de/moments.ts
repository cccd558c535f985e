import type { moments as english } from '../en/moments.ts';

export const moments: typeof english = {
  hint: 'Zum Beispiel: morgen 9, in 3 Tagen, Freitag, 30.11. 14:00',
  understood: (moment) => `Verstanden: ${moment}`,
  unread: 'Diesen Zeitpunkt verstehen wir nicht.',
  past: 'Dieser Zeitpunkt ist schon vorbei.',
  change: 'Ändern …',
  due: 'Fällig',
  save: 'Speichern',
  waitUntil: 'Warten bis …',
  until: 'Warten bis',
  untilHint: 'Dann ist er von selbst wieder offen; eine Antwort des Kunden öffnet ihn vorher.',
  wait: 'Warten',
  waits: 'bis',
};
