/** Wörter der Suche. */

import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  label: 'Suche',
  own: 'Meine Vorgänge durchsuchen',
  find: 'Suchen',
  title: (typed) => `Suche: ${typed}`,
  none: (typed) => `Zu „${typed}“ wurde nichts gefunden.`,
  noneTodo: 'Alle Wörter müssen auf dem Vorgang stehen. Auch Teile von Wörtern werden gefunden; versuchen Sie es mit weniger oder kürzeren.',
  noneTodoStaff: 'Alle Wörter müssen auf dem Vorgang stehen, in seinen Texten, Kommentaren, Namen oder Dateien. Auch Teile von Wörtern werden gefunden; versuchen Sie es mit weniger oder kürzeren.',
  hits: 'Treffer beim Tippen',
  found: (count) => (count === 0 ? 'Keine Treffer' : count === 1 ? '1 Treffer, mit Pfeil ab erreichbar' : `${count} Treffer, mit Pfeil ab erreichbar`),
  back: 'Zurück zur Liste',
  saidBy: (name) => `${name}:`,
  comment: 'Kommentar',
  more: 'Ältere',
};
