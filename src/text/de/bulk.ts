/** Wörter zum Ändern mehrerer Vorgänge. */

import type { bulk as english } from '../en/bulk.ts';

const tickets = (count: number) => (count === 1 ? '1 Vorgang' : `${count} Vorgänge`);

export const bulk: typeof english = {
  label: 'Mehrere Vorgänge ändern',
  select: (number) => `${number} auswählen`,
  column: 'Auswählen',
  choose: 'Ändern in …',
  me: 'ich',
  typed: 'Was daneben steht',
  putOn: 'Etikett anbringen',
  takeOff: 'Etikett abnehmen',
  priority: 'Priorität setzen',
  value: 'Etikett oder Priorität',
  selected: 'Ausgewählte',
  whole: 'Die ganze Ansicht',
  all: (count) => `Alle ${count}`,
  title: (count) => `${tickets(count)} ändern?`,
  to: {
    owner: (name) => `Neuer Besitzer: ${name}`,
    status: (status) => `Neuer Status: ${status}`,
    queue: (name) => `Neuer Bereich: ${name}`,
    priority: (value) => `Priorität: ${value}, und dabei bleibt es`,
    label: (label) => `Anbringen: „${label}“`,
    unlabel: (label) => `Abnehmen: „${label}“`,
  },
  already: (count) => (count === 1 ? 'Ein weiterer ist schon so und bleibt, wie er ist.' : `${count} weitere sind schon so und bleiben, wie sie sind.`),
  more: (total, most) => `Es sind ${total ?? 'mehr'}; geändert werden ${most} auf einmal. Wiederholen Sie es für die übrigen.`,
  closing: 'Alle, die daran beteiligt sind, bekommen die Mail zum Abschluss.',
  nothing: 'Kein Vorgang würde sich ändern.',
  wrong: 'Bitte wählen Sie, was sich ändern soll; ein Etikett oder eine Priorität von 0 bis 100 schreiben Sie daneben.',
  go: (count) => `${tickets(count)} ändern`,
  cancel: 'Abbrechen',
  back: 'Zurück zur Liste',
  andMore: (count) => `und ${count} weitere`,
  done: (count) => `${tickets(count)} geändert`,
  undone: (count) => `${tickets(count)} wie zuvor`,
  left: (count) => `${tickets(count)} ${count === 1 ? 'war' : 'waren'} noch nicht zu erreichen.`,
  goOn: 'Weitermachen',
  refused: (count) => `${tickets(count)} unverändert:`,
  undo: 'Rückgängig machen',
  undoHint: 'Wo inzwischen etwas geschehen ist, wird nichts rückgängig gemacht.',
};
