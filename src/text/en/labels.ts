/** Words about labels. */

export const labels = {
  title: 'Labels',
  none: 'none',
  change: 'Put on …',
  fresh: 'New label',
  hint: 'Several with commas between them',
  putOn: 'Put on',
  takeOff: (label: string) => `Take “${label}” off`,
  missing: 'Please type a label.',
  events: {
    labelled: (who: string, label: string) => `${who} put the label “${label}” on`,
    unlabelled: (who: string, label: string) => `${who} took the label “${label}” off`,
  },
};
