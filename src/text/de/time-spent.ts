import type { timeSpent as english } from '../en/time-spent.ts';

export const timeSpent: typeof english = {
  title: 'Zeitaufwand',
  hint: '25, 1:30 oder 1,5 h',
  wrong: 'Bitte geben Sie Minuten an, oder Stunden als 1:30 oder 1,5 h; höchstens einen Tag.',
  minutes: (minutes) => [minutes >= 60 ? `${Math.floor(minutes / 60)} Std.` : '', minutes % 60 > 0 ? `${minutes % 60} Min.` : ''].filter((part) => part !== '').join(' '),
};
