/** Words of the search. */

export const search = {
  label: 'Search',
  own: 'Search my tickets',
  find: 'Search',
  title: (typed: string) => `Search: ${typed}`,
  none: (typed: string) => `Nothing was found for “${typed}”.`,
  noneTodo: 'All words have to stand on the ticket. Parts of words are found too; try fewer or shorter ones.',
  noneTodoStaff: 'All words have to stand on the ticket, in its texts, comments, names or files. Parts of words are found too; try fewer or shorter ones.',
  /** While one types. */
  hits: 'Hits as you type',
  found: (count: number) => (count === 0 ? 'No hits' : `${count === 1 ? '1 hit' : `${count} hits`}, arrow down leads there`),
  back: 'Back to the list',
  saidBy: (name: string) => `${name}:`,
  comment: 'Comment',
  more: 'Older ones',
};
