/** Words about agents' own views. */

export const savedViews = {
  save: 'Keep as a view',
  name: 'Name',
  nameHint: 'A view of yours with this name is replaced.',
  shared: 'for all agents',
  keep: 'Keep',
  remove: 'Remove this view',
  change: 'Change this view',
  changeIt: 'Change',
  up: 'Up',
  down: 'Down',
  removes: 'The tickets stay as they are.',
  removesShared: 'Everybody else has it no longer, too. The tickets stay as they are.',
  removeIt: 'Remove',
  nameTaken: 'Another view of yours has this name.',
  nameMissing: 'Please give the view a name.',
  tooMany: 'You keep 50 views already. Remove one first.',
  more: (count: number) => `${count} more …`,
  sharedBySomebody: 'Shared by a colleague',
};
