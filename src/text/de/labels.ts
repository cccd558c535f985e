/** Wörter zu Etiketten. */

import type { labels as english } from '../en/labels.ts';

export const labels: typeof english = {
  title: 'Etiketten',
  none: 'keine',
  change: 'Anbringen …',
  fresh: 'Neues Etikett',
  hint: 'Mehrere mit Kommas dazwischen',
  putOn: 'Anbringen',
  takeOff: (label) => `„${label}“ abnehmen`,
  missing: 'Bitte schreiben Sie ein Etikett.',
  events: {
    labelled: (who, label) => `${who} hat das Etikett „${label}“ angebracht`,
    unlabelled: (who, label) => `${who} hat das Etikett „${label}“ abgenommen`,
  },
};
