export const deskPages = {};
