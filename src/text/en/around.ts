/** Words around a ticket's history: its parts, its print, and what else is known of the requester. */

export const around = {
  /** Of the list that its reader came from. */
  inList: 'In the list',
  toList: 'To the list',
  neighbours: { newer: 'Previous', older: 'Next' },
  ends: { newer: 'This is the first ticket of the list.', older: 'This is the last ticket of the list.' },
  older: 'Older entries',
  newer: 'Newer entries',
  newest: 'Newest entries',
  partOnly: 'This is a part of the history.',
  parts: 'Parts of the history',
  oldestFirst: 'Oldest first',
  newestFirst: 'Newest first',
  turnAround: 'Turn around',
  print: 'Print view',
  printBack: 'Back to the ticket',
  printOlder: 'Only the newest entries are here. Print the older ones from this page:',
  requester: 'About the requester',
  others: 'Other tickets of theirs',
  noOthers: 'No other tickets.',
  note: 'Note',
  noteHint: 'Only agents read it; whoever it is about can download it with their own data.',
  noteAdd: 'Add a note',
  noteChange: 'Change the note',
  noteSave: 'Save',
  noteLong: (most: number) => `Please shorten the note to ${most} characters.`,
};
