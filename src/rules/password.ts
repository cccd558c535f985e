/** What a password may be (OWASP ASVS 5.0, 6.2): long, and not one that everybody tries first. Nothing about its characters. */

import { COMMON_PASSWORDS, COMMON_WORDS } from './common-passwords.ts';

/** Characters, as people count them: UTF-16 units after NFC. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

export type PasswordFault = 'short' | 'long' | 'common' | 'known';

/**
 * Why `password` is refused, or null. `short` and `long` by its characters; `common` if it is one of the first that are
 * tried: on the list, one or three characters again and again, a row of keys or the alphabet, or only of the commonest words
 * and digits (`Passwort2026!`); `known` if it is one of `context` (the person's address, the site's name …), with or without
 * digits and signs. Case never matters. Linear in the length of `password`.
 */
export function passwordFault(password: string, context: string[]): PasswordFault | null {
  const typed = password.normalize('NFC');
  if (typed.length < SHORTEST_PASSWORD) return 'short';
  if (typed.length > LONGEST_PASSWORD) return 'long';
  const bare = bareOf(typed);
  if (context.some((word) => isThatWord(bare, bareOf(word)))) return 'known';
  return isCommon(typed.toLowerCase(), bare) ? 'common' : null;
}

function isCommon(typed: string, bare: string): boolean {
  const wordless = bare.replace(COMMON_WORDS, '').replace(/\d+/g, '');
  return wordless === '' || COMMON_PASSWORDS.has(bare) || isRepeated(typed) || isRow(bare);
}

/** One to three characters again and again. */
function isRepeated(typed: string): boolean {
  return [1, 2, 3].some((period) => [...typed].every((character, place, all) => place < period || character === all[place - period]));
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'qwertzuiopüasdfghjklöäyxcvbnm', 'qayxswedcvfrtgbnhzujmkiolp', 'qazwsxedcrfvtgbyhnujmikolp', '1qaz2wsx3edc4rfv5tgb6zhn7ujm8ik9ol0p', '1q2w3e4r5t6y7u8i9o0p', '1q2w3e4r5t6z7u8i9o0p'];

/** Keys or letters in their order, forwards or backwards; the row may begin anew. */
function isRow(bare: string): boolean {
  const letters = bare.replace(/^\d+|\d+$/g, '');
  return ROWS.some((row) => {
    const around = row.repeat(Math.ceil(LONGEST_PASSWORD / row.length) + 1);
    return [bare, letters].some((part) => part.length > 3 && (around.includes(part) || around.includes([...part].reverse().join(''))));
  });
}

function isThatWord(bare: string, word: string): boolean {
  return word.length > 2 && (bare === word || bare.replace(/^\d+|\d+$/g, '') === word);
}

/** Letters and digits only, in lower case. */
function bareOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
