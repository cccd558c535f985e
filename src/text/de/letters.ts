import type { letters as english } from '../en/letters.ts';

export const letters: typeof english = {};
