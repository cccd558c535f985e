/** Where one can go on the desk. */

import { deskViews, type DeskView } from '../../rules/desk-views.ts';

export type DeskPlace = DeskView | 'door' | 'letters' | 'intake';

export const places: DeskPlace[] = [...deskViews, 'door', 'letters', 'intake'];

export const addresses: Record<DeskPlace, string> = {
  mine: '/desk',
  nobody: '/desk?view=nobody',
  open: '/desk?view=open',
  waiting: '/desk?view=waiting',
  due: '/desk?view=due',
  closed: '/desk?view=closed',
  door: '/desk/door',
  letters: '/desk/letters',
  intake: '/desk/intake',
};

/** The keys that lead there, as the page's script has them. */
export const placeKeys: Partial<Record<DeskPlace, string>> = { mine: 'g m', nobody: 'g u', open: 'g a' };
