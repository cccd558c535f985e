/** Wörter zu eigenen Ansichten. */

import type { savedViews as english } from '../en/saved-views.ts';

export const savedViews: typeof english = {
  save: 'Als Ansicht behalten',
  name: 'Name',
  nameHint: 'Eine Ansicht von Ihnen mit diesem Namen wird ersetzt.',
  shared: 'für alle Bearbeiter',
  keep: 'Behalten',
  remove: 'Diese Ansicht entfernen',
  change: 'Diese Ansicht ändern',
  changeIt: 'Ändern',
  up: 'Nach oben',
  down: 'Nach unten',
  removes: 'Die Vorgänge bleiben, wie sie sind.',
  removesShared: 'Auch alle anderen haben sie dann nicht mehr. Die Vorgänge bleiben, wie sie sind.',
  removeIt: 'Entfernen',
  nameTaken: 'Eine andere Ansicht von Ihnen heißt schon so.',
  nameMissing: 'Bitte geben Sie der Ansicht einen Namen.',
  tooMany: 'Sie behalten schon 50 Ansichten. Entfernen Sie zuerst eine.',
  more: (count) => `${count} weitere …`,
  sharedBySomebody: 'Von jemandem geteilt',
};
