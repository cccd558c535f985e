/** Whether a word looks like a password. */

import { COUNTED, isNoCredential } from './words.ts';

/** The word that stands where a credential could. `rest`: what follows it on the line; `quoted`: it stood in quotes. */
export type Value = { word: string; rest: string; quoted: boolean };

const QUOTES: Record<string, string> = { '"': '"', "'": "'", '„': '“', '“': '”', '”': '”', '»': '«', '«': '»', '‚': '‘', '`': '`' };
const SHORTEST = 4;
const LONGEST = 200;

/** The first word of what follows a label, or null. */
export function valueIn(after: string): Value | null {
  const said = after.trimStart();
  const closing = QUOTES[said[0] ?? ''];
  const end = closing === undefined ? -1 : said.indexOf(closing, 1);
  if (end > 1) return { word: said.slice(1, end).trim(), rest: said.slice(end + 1), quoted: true };
  const word = /^\S+/.exec(said)?.[0].replace(/^[(]+|[.,;:)"'“”»«]+$/g, '') ?? '';
  return word === '' ? null : { word, rest: said.slice(said.indexOf(word) + word.length), quoted: false };
}

/** Letters and digits, or letters and a sign that words do not have; or a number of some digits. */
export function looksLikeOne({ word, rest }: Value): boolean {
  if (!canBeOne(word)) return false;
  if (/^\d{4,12}$/.test(word)) return !COUNTED.test(rest);
  return /\p{L}/u.test(word) && /\d|[#$%&*+=?!@^~§€]./u.test(word);
}

/** Letters, digits and a sign: nothing else is written like that, so that no word has to introduce it. */
export function canBeNothingElse({ word, quoted }: Value): boolean {
  return canBeOne(word) && word.length >= 6 && /\p{L}/u.test(word) && /\d/.test(word) && (quoted || /[#$%&*+=?!@^~§€]/.test(word));
}

/** Nothing speaks against it: no address, date, time, placeholder or mask, and none of the words that stand there otherwise. */
export function canBeOne(word: string): boolean {
  if (word.length < SHORTEST || word.length > LONGEST || /\s/.test(word) || isNoCredential(word)) return false;
  if (/^(?:https?:\/\/|www\.|mailto:)/i.test(word) || /^[^@\s]+@[\w-]+(?:\.[\w-]+)+$/.test(word)) return false;
  if (/^[<[{(%$]|\(\)?$|^\/|\\/.test(word) || /^(.)\1*$/u.test(word) || /^[*•●█.x_-]+$/i.test(word)) return false;
  return !/^\d{1,4}[./-]\d{1,2}(?:[./-]\d{0,4})?$/.test(word) && !/^\d{1,2}[:.]\d{2}(?::\d{2})?(?:uhr)?$/i.test(word);
}
