/** Words of canned answers. */

export const canned = {
  title: 'Canned answers',
  lead: 'Answers that are needed again and again. While you answer, type :: and the shortcut, or choose one below the text.',
  gaps: 'Gaps: {{customer}}, {{number}}, {{subject}}, {{agent}}. The text is in the requester’s language; if there is none, the other one.',
  add: 'Another canned answer',
  shortcut: 'Shortcut',
  shortcutHint: 'Letters, digits and hyphens, such as restart.',
  de: 'Text in German',
  en: 'Text in English',
  remove: 'Delete',
  taken: 'Another canned answer has this shortcut.',
  shortcutWrong: 'Please give a shortcut of letters, digits and hyphens, 40 characters at most.',
  noText: 'Please give a text in at least one language.',
  tooLong: 'Please shorten the text to 20,000 characters.',
  choose: 'Canned answer',
  none: 'none',
  insert: 'Insert',
};
