/** *-----Original Message-----* and lines like it. */

import { forwardWords, originalWords, replyAboveWords } from './quote-words.ts';

/** Nothing longer is a line of a mail program. */
const LONGEST = 120;

/** `answered`: below stands the mail that is answered; `forwarded`: one that is new here. */
export type Separator = 'answered' | 'forwarded';

/** What a line separates, or null if it is no separator. */
export function separatorOf(line: string): Separator | null {
  if (line.length > LONGEST) return null;
  const said = line.toLowerCase().trim();
  if (replyAboveWords.some((words) => said.includes(words)) && looksPrinted(said)) return 'answered';
  const words = said.replace(/^[-_=*#~<>\s–—―─]+|[-_=*#~<>:\s–—―─]+$/g, '');
  if (words === said && !said.endsWith(':')) return null;
  if (forwardWords.includes(words)) return 'forwarded';
  return originalWords.includes(words) ? 'answered' : null;
}

/** Not a sentence somebody typed: between dashes or marks, or a short line of its own. */
function looksPrinted(said: string): boolean {
  return /^[-_=*#~<>–—]{2}|[-_=*#~<>–—]{2}$/.test(said) || said.length < 60;
}

/** A line that is nothing but a rule: dashes, underscores, equal signs. */
export function isRule(line: string): boolean {
  const said = line.trim();
  return said.length >= 3 && said.length <= 200 && (/^[-–—―─_ ]+$/.test(said) || /^[=*#~.]+$/.test(said));
}
