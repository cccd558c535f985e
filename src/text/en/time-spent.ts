/** Words about time that was spent on a ticket. */

export const timeSpent = {
  title: 'Time spent',
  hint: '25, 1:30 or 1.5 h',
  wrong: 'Please give minutes, or hours as 1:30 or 1.5 h; a day at most.',
  minutes: (minutes: number) => [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 > 0 ? `${minutes % 60} min` : ''].filter((part) => part !== '').join(' '),
};
