import type { ticketPages as english } from '../en/ticket-pages.ts';

export const ticketPages: typeof english = {};
