import type { live as english } from '../en/live.ts';

export const live: typeof english = {
  looking: 'Auch hier: %s',
  writing: 'Schreibt gerade: %s',
  arrived: 'Neu im Verlauf: %s',
};
