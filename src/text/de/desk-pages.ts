import type { deskPages as english } from '../en/desk-pages.ts';

export const deskPages: typeof english = {};
