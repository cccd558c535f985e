/**
 * Text as the search compares it. Three spellings of a word are one: `Müller`, `Mueller` and `muller`; `Straße` and `strasse`.
 * Words are compared by what they contain, so that `drucker` finds `Netzwerkdrucker`.
 */

/** Characters of a word that are compared; more of them are a key or a line of a file. */
export const LONGEST_WORD = 40;
/** Words of a query that count. */
export const MOST_WORDS = 8;

/** What decomposing does not take apart. */
const spelled: Record<string, string> = { ß: 'ss', ς: 'σ', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** The text in lower case, without accents, `ae oe ue` as the plain vowel. */
export function fold(text: string): string {
  return lettersOf(text).map((letter) => letter.folded).join('');
}

/** The different words of the text, folded, in order. A word is made of letters and digits. */
export function wordsOf(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => Array.from(word).slice(0, LONGEST_WORD).join('')))];
}

/** What somebody looks for, as words to be found within words. */
export function soughtWords(typed: string): string[] {
  return wordsOf(typed).slice(0, MOST_WORDS);
}

export type Part = { hit: boolean; text: string };

/** The text cut where a sought word stands; joined again it is the same. Words of fewer than three letters are found at the beginning of words only. */
export function hitsIn(text: string, sought: readonly string[]): Part[] {
  const letters = lettersOf(text);
  const folded = letters.map((letter) => letter.folded).join('');
  // For each character of the folded text, which letter it is of.
  const letterAt = letters.flatMap((letter, at) => Array.from({ length: letter.folded.length }, () => at));
  const hit = new Array<boolean>(text.length).fill(false);
  for (const word of sought) {
    for (const from of placesOf(folded, word)) {
      hit.fill(true, letters[letterAt[from] ?? 0]?.from, endOf(letters, letterAt[from + word.length - 1] ?? 0));
    }
  }
  return joined(text, hit);
}

/** Characters of an excerpt before the first hit: few, so that it is seen where there is little room. */
const BEFORE = 24;

/** A stretch of the text around the first sought word, at most `longest` characters and the two dots; null: none stands in it. */
export function excerpt(text: string, sought: readonly string[], longest: number): Part[] | null {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const parts = hitsIn(line, sought);
  const first = parts.findIndex((part) => part.hit);
  if (first < 0) return null;
  const before = parts.slice(0, first).reduce((length, part) => length + part.text.length, 0);
  const wanted = Math.max(0, before - BEFORE);
  const from = wanted === 0 ? 0 : Math.min(before, line.indexOf(' ', wanted) + 1 || wanted);
  const to = Math.min(line.length, from + longest);
  const cut = hitsIn(line.slice(from, to), sought);
  return [...(from > 0 ? [{ hit: false, text: '… ' }] : []), ...cut, ...(to < line.length ? [{ hit: false, text: ' …' }] : [])];
}

/** A letter as it is compared, and where it stands. `folded` may be empty or more than one character. */
type Letter = { folded: string; from: number; to: number };

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let from = 0;
  let vowel = false;
  for (const character of text) {
    const to = from + character.length;
    const plain = plainOf(character);
    // `ae oe ue` are how one writes `ä ö ü` where they are missing.
    const second = vowel && plain === 'e';
    letters.push({ folded: second ? '' : plain.replaceAll(/(?<=[aou])e/g, ''), from, to });
    if (plain !== '') vowel = /[aou]$/.test(plain);
    from = to;
  }
  return letters;
}

const PLAIN = /^[\x00-\x7f]$/;

function plainOf(character: string): string {
  if (PLAIN.test(character)) return character.toLowerCase();
  const bare = character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return Array.from(bare, (one) => spelled[one] ?? one).join('').replaceAll(/\p{M}/gu, '');
}

/** Where this letter ends, with the silent ones that belong to it. */
function endOf(letters: Letter[], at: number): number {
  let last = at;
  while (letters[last + 1]?.folded === '') last += 1;
  return letters[last]?.to ?? 0;
}

function placesOf(folded: string, word: string): number[] {
  const places: number[] = [];
  for (let at = folded.indexOf(word); at >= 0 && word !== ''; at = folded.indexOf(word, at + word.length)) {
    if (word.length >= 3 || !/[\p{L}\p{N}]/u.test(folded[at - 1] ?? ' ')) places.push(at);
  }
  return places;
}

function joined(text: string, hit: boolean[]): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && hit[at] === hit[from]) continue;
    parts.push({ hit: hit[from] ?? false, text: text.slice(from, at) });
    from = at;
  }
  return text === '' ? [] : parts;
}
