/** Words about moments that are typed in words. */

export const moments = {
  hint: 'Such as: tomorrow 9, in 3 days, Friday, 30 Nov 14:00',
  understood: (moment: string) => `Understood: ${moment}`,
  unread: 'This is no moment that we understand.',
  past: 'This moment is over already.',
  change: 'Change …',
  due: 'Due',
  save: 'Save',
  waitUntil: 'Wait until …',
  until: 'Wait until',
  untilHint: 'Then it is open again by itself; an answer of the customer opens it before.',
  wait: 'Wait',
  waits: 'until',
};
