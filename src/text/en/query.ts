/** Words of the desk's search line. */

export const query = {
  help: 'What can be searched for',
  lead: 'Words are looked for in everything that is on a ticket. Filters narrow the list down; a minus before one turns it around. A number leads to its ticket.',
  examples: [
    ['owner:me is:open', 'my tickets that are not over; also owner:nobody, owner:anna'],
    ['status:new,waiting', 'new, open, waiting, closed or rejected'],
    ['is:due', 'overdue, or due within a business day; also is:overdue'],
    ['due:<2d', 'due within two days; also due:today, due:>1w, due:2026-12-24'],
    ['until:today', 'waiting until today; also until:<3d, until:friday'],
    ['created:<2d', 'not older than two days; also updated:, closed:, created:2026-11-01..2026-11-30'],
    ['requester:meier', 'by a part of name or address'],
    ['domain:customer.example', 'of an organisation'],
    ['queue:support', 'by a part of the queue’s name'],
    ['priority:>50', 'by the final priority'],
    ['-owner:me printer', 'tickets about a printer that are not mine'],
  ] as [string, string][],
  misread: {
    key: (typed: string) => `“${typed}” is no filter, so it was searched for as words.`,
    value: (typed: string) => `“${typed}” could not be understood and was left out.`,
  },
};
