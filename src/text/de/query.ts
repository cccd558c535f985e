/** Wörter der Suchzeile. */

import type { query as english } from '../en/query.ts';

export const query: typeof english = {
  help: 'Wonach sich suchen lässt',
  lead: 'Wörter werden in allem gesucht, was auf einem Vorgang steht. Filter grenzen die Liste ein; ein Minus davor kehrt sie um. Eine Nummer führt zu ihrem Vorgang.',
  examples: [
    ['besitzer:ich ist:offen', 'meine Vorgänge, die nicht beendet sind; auch besitzer:niemand, besitzer:anna'],
    ['status:neu,wartet', 'neu, offen, wartet, geschlossen oder abgewiesen'],
    ['ist:fällig', 'überfällig oder in einem Arbeitstag fällig; auch ist:überfällig'],
    ['fällig:<2t', 'in zwei Tagen fällig; auch fällig:heute, fällig:>1w, fällig:24.12.2026'],
    ['bis:heute', 'wartet bis heute; auch bis:<3t, bis:freitag'],
    ['erstellt:<2t', 'höchstens zwei Tage alt; auch aktualisiert:, geschlossen:, erstellt:1.11.2026..30.11.2026'],
    ['auftraggeber:meier', 'nach einem Teil von Name oder Adresse'],
    ['domain:kunde.example', 'einer Organisation'],
    ['bereich:support', 'nach einem Teil seines Namens'],
    ['priorität:>50', 'nach der Endpriorität'],
    ['-besitzer:ich drucker', 'Vorgänge um Drucker, die nicht meine sind'],
  ],
  misread: {
    key: (typed) => `„${typed}“ ist kein Filter; es wurde nach den Wörtern gesucht.`,
    value: (typed) => `„${typed}“ war nicht zu verstehen und wurde weggelassen.`,
  },
};
