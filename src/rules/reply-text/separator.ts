/** *-----Original Message-----* and lines like it. */

import { forwardWords, originalWords, previousWords, replyAboveWords } from './separator-words.ts';

/** Nothing longer is a line of a mail program. */
const LONGEST = 160;
/** A line that asks for the answer above it is shorter, or stands between marks. */
const LONGEST_PLAIN = 70;

/** `answered`: below stands the mail that is answered; `forwarded`: one that is new here. */
export type Separator = 'answered' | 'forwarded';

/** What a line separates, or null if it is no separator. A header may follow on the same line, as where HTML lost its line breaks. */
export function separatorOf(line: string): Separator | null {
  if (line.length > LONGEST) return separatorWithin(line);
  const said = line.toLowerCase().trim();
  if (said.length < 2) return null;
  if (replyAboveWords.some((words) => said.includes(words)) && looksPrinted(said)) return 'answered';
  const words = said.replace(/^[-_=*#~<>|\s]+|[-_=*#~<>|:\s]+$/g, '');
  if (words === said) return null;
  const kind = kindOf(words) ?? separatorWithin(line);
  // *Begin forwarded message:* is Apple's; *Original message:* somebody's own words.
  return kind === 'answered' && said === `${words}:` ? null : kind;
}

/** What a line is without marks and colon: some programs write the bare words above a block of headers. */
export function isBareSeparator(line: string): boolean {
  return line.length <= LONGEST && originalWords.has(line.toLowerCase().replace(/^[-_=*#~<>|\s]+|[-_=*#~<>|:\s]+$/g, ''));
}

function kindOf(words: string): Separator | null {
  if (forwardWords.has(words)) return 'forwarded';
  return originalWords.has(words) || previousWords.has(words) ? 'answered' : null;
}

/** `-------- Original Message --------From: Anna …` */
function separatorWithin(line: string): Separator | null {
  const found = /^\s*[-_]{2,40}\s?([^-_]{3,60}?)\s?[-_]{2,40}/.exec(line.slice(0, LONGEST));
  const words = (found?.[1] ?? '').toLowerCase().replace(/[:\s]+$/, '');
  return words === 'original' ? 'answered' : kindOf(words);
}

/** Not a sentence somebody typed: between dashes or marks, or a short line of its own. */
function looksPrinted(said: string): boolean {
  return /^[-_=*#~<>(["']|[-_=*#~<>)\]"']$/.test(said) || said.length < LONGEST_PLAIN;
}

/** A line that is nothing but a rule: dashes, underscores, equal signs, dots. */
export function isRule(line: string): boolean {
  const said = line.trim();
  return said.length >= 3 && said.length <= 200 && (/^[-_ ]+$/.test(said) || /^[=*#~.· ]+$/.test(said));
}

/** The rule that Outlook writes between the answer and the headers of the old mail, in every language. */
export function isOutlookRule(line: string): boolean {
  return /^\s*_{20,120}\s*$/.test(line);
}
