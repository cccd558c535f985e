import type { leave as english } from '../en/leave.ts';

export const leave: typeof english = {
  title: 'Diesen Vorgang verlassen?',
  ask: (address, number) => `${address} bekommt dann keine Mails mehr zu Vorgang #${number} und kann ihn nicht mehr lesen.`,
  button: 'Vorgang verlassen',
  left: 'Sie haben den Vorgang verlassen',
  isLeft: (address, number) => `${address} bekommt keine Mails mehr zu Vorgang #${number}. War das ein Versehen, bitten Sie unsere Bearbeiter, Sie wieder aufzunehmen.`,
};
