/** Words of pages that keep themselves up to date; `%s` is for names. */

export const live = {
  looking: 'Also here: %s',
  writing: 'Writing now: %s',
  arrived: 'New in the history: %s',
};
