import type { writing as english } from '../en/writing.ts';

export const writing: typeof english = {
  meanwhile: 'Inzwischen geschrieben',
  sendAnyway: 'Trotzdem senden',
};
