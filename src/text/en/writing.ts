/** Words of the boxes to write in. */

export const writing = {
  meanwhile: 'Written meanwhile',
  sendAnyway: 'Send anyway',
};
