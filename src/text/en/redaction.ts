/** Words for credentials that were mailed, and for taking them out (S18). */

export const redaction = {
  looksLike: 'This seems to hold a password or another credential.',
  takeOut: 'Take it out …',
  takePassageOut: 'Take a passage out …',
  isRedacted: 'A passage was taken out of this text. Its files and the original mail are no longer shown.',
  event: (who: string) => `${who} took a passage out of a text`,
  title: 'Take credentials out of a text',
  lead: (name: string, number: number) => `From the text of ${name} on ticket #${number}.`,
  noUndo: 'This cannot be undone, by nobody. What you take out is in no copy that the desk shows.',
  effects: [
    'Each passage is replaced by █████, in the text and in the mail as it was sent.',
    'The files of this text and its original mail are shown to nobody any more: the passage may be in them too. Save what you still need first.',
    'Letters from now on quote the text without it. Mails that have left already cannot be called back, so have the credential changed.',
    'Only this text changes. Where somebody quoted the passage, take it out there too.',
  ],
  found: 'What looks like a credential',
  nothingFound: 'Nothing in the text looks like a credential. Enter below what is to go.',
  more: 'Other passages',
  moreHint: 'One a line, exactly as they stand in the text.',
  missing: 'Please choose or enter what is to be taken out.',
  short: (shortest: number) => `A passage has at least ${shortest} characters.`,
  long: (most: number, longest: number) => `At most ${most} passages of up to ${longest} characters each.`,
  send: 'Take out for good',
  back: (number: number) => `Back to ticket #${number}`,
};
