/** A text cut into lines, and lines as the rules read them. */

/** Beyond so many lines nothing is looked at (SP11); the rest goes with what stands last. */
export const MOST_LINES = 20_000;
/** No line of a mail program is longer. What stands beyond is not read. */
const LONGEST_READ = 1000;

/** `lines` joined and `rest` are exactly the text. */
export function linesOf(text: string): { lines: string[]; rest: string } {
  const lines: string[] = [];
  let from = 0;
  while (from < text.length && lines.length < MOST_LINES) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end + 1;
    lines.push(text.slice(from, to));
    from = to;
  }
  return { lines, rest: text.slice(from) };
}

/**
 * A line without its end and without what is not seen: direction marks, which mail programs put around names and dates in Arabic and Hebrew, and zero
 * width. All blanks are blanks, all digits 0-9, all dashes `-` (a long one two of them), wide signs narrow. The blanks at its end stay: they make a signature mark.
 */
export function readable(line: string): string {
  const read = line.slice(0, LONGEST_READ).replace(/\r?\n$/, '');
  // Nearly every line: nothing to do.
  if (/^[\t -~]*$/.test(read)) return read;
  return read.replace(UNSEEN, '').replace(/\u2014/g, '--').replace(/[\u2010-\u2015\u2212\u2500\uff0d]/g, '-').replace(/[\uff1a\ufe55\u17d6]/g, ':').replace(/\uff1e/g, '>').replace(/[^\S\t]/g, ' ').replace(/\p{Nd}/gu, asciiDigit);
}

const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/g;

/** Unicode has its digits in tens, each row of ten from a zero that can be divided by 16 or ends in 6: nine before the next row. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
