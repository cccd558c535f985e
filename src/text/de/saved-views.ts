/** Wörter zu eigenen Ansichten. */

import type { savedViews as english } from '../en/saved-views.ts';

export const savedViews: typeof english = {
  save: 'Als Ansicht behalten',
  name: 'Name',
  nameHint: 'Eine Ansicht von Ihnen mit diesem Namen wird ersetzt.',
  shared: 'für alle Bearbeiter',
  keep: 'Behalten',
  remove: 'Diese Ansicht entfernen',
  nameMissing: 'Bitte geben Sie der Ansicht einen Namen.',
  tooMany: 'Sie behalten schon 50 Ansichten. Entfernen Sie zuerst eine.',
  sharedBySomebody: 'Von jemandem geteilt',
};
