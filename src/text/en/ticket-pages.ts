export const ticketPages = {};
