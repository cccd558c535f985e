/** Words of the keys that agents work with. A key of several is written with blanks. `at`: the keys of that page alone. */

type KeyGroup = { title: string; at?: 'door'; keys: [string, string][] };

const groups: KeyGroup[] = [
  {
    title: 'Move',
    keys: [
      ['j', 'Next row or text'],
      ['k', 'Row or text before'],
      ['Enter', 'Open'],
      ['u', 'Back to the list'],
      ['[', 'Ticket above in the list'],
      [']', 'Ticket below in the list'],
      ['/', 'Search'],
      ['g m', 'My tickets'],
      ['g a', 'All open tickets'],
      ['g u', 'Nobody’s tickets'],
    ],
  },
  {
    title: 'Write',
    keys: [
      ['r', 'Reply'],
      ['n', 'Comment'],
      ['f', 'Forward'],
      ['Ctrl Enter', 'Send (on a Mac ⌘ Enter)'],
      ['Esc', 'Leave the box; what you typed stays'],
    ],
  },
  {
    title: 'Do',
    keys: [
      ['i', 'Take it yourself'],
      ['a', 'Give it to somebody'],
      ['e', 'Close'],
      ['w', 'Wait for the customer'],
      ['l', 'Labels'],
      ['m', 'Merge'],
      ['x', 'Select the row'],
      ['z', 'Undo'],
      ['.', 'Copy the number'],
    ],
  },
  {
    title: 'At the door',
    at: 'door',
    keys: [
      ['a', 'Let the mail in'],
      ['t', 'Make a ticket of it'],
      ['x', 'Refuse it'],
    ],
  },
  {
    title: 'Find',
    keys: [
      ['Ctrl K', 'All that can be done here (on a Mac ⌘ K)'],
      ['?', 'This help'],
    ],
  },
];

export const keys = {
  title: 'Keys',
  close: 'Close',
  groups,
  areOn: 'Single keys act.',
  areOff: 'Single keys do nothing; those with Ctrl or ⌘ act.',
  turnOff: 'Turn single keys off',
  turnOn: 'Turn single keys on',
  palette: 'Actions',
  paletteHint: 'What do you want to do?',
  paletteSearch: 'Search: %s',
  copied: '%s copied',
  control: 'Ctrl',
};
