/** Text from outside made fit for one line: a subject, a name, a file name (security rules SH06, SH07). */

/** Characters that are kept of each. Longer ones are cut. */
export const LONGEST_SUBJECT = 500;
export const LONGEST_NAME = 100;
export const LONGEST_FILE_NAME = 200;

/** Line breaks and tabs, also the ones beyond ASCII (NEL, U+2028, U+2029): they separate words. */
const BREAKS = /[\t\n\v\f\r\x85\u2028\u2029]+/g;
/** Other C0 and C1 controls, soft hyphen, zero-width and bidi controls: they show something else than is there. */
const INVISIBLE = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

/** Scripts in which a joiner between two letters is part of how a word is written, as in Persian, and emoji that are made of several. */
const JOINED = [...['Arabic', 'Syriac', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer'].map((script) => `Script=${script}`),
  'Extended_Pictographic', 'Emoji_Modifier'].map((property) => `\\p{${property}}`).join('');
/** Any other joiner only hides. */
const STRAY_JOINERS = new RegExp(`(?<![${JOINED}\\ufe0f])[\\u200c\\u200d]|[\\u200c\\u200d](?![${JOINED}])`, 'gu');

/** Most headers are nothing but this, and need no more than a look. */
const PLAIN = /^[\t\x20-\x7e]*$/;

/**
 * Decoded header text as one clean line: no control, bidi or zero-width characters that are no part of a word, blanks collapsed and trimmed, NFC,
 * well-formed Unicode, at most `longest` characters. Nothing that this returns can end a header or begin another.
 */
export function cleanLine(text: string, longest: number): string {
  const line = PLAIN.test(text) ? text : text.toWellFormed().replace(BREAKS, ' ').replace(INVISIBLE, '').replace(STRAY_JOINERS, '').normalize('NFC');
  return cut((/\s{2,}|[^\S ]/.test(line) ? line.replace(/\s{2,}|[^\S ]/g, ' ') : line).trim(), longest);
}

export function cleanSubject(text: string): string {
  return cleanLine(text, LONGEST_SUBJECT);
}

export function cleanName(text: string): string {
  return cleanLine(text, LONGEST_NAME);
}

/**
 * The line as it goes into a header of ours: what looks like an encoded word (RFC 2047) in it was written so by somebody, and would be
 * decoded into something else by whoever reads it.
 */
export function asHeaderText(text: string, longest: number): string {
  return cleanLine(cleanLine(text, longest).replaceAll('=?', '= ?'), longest);
}

/**
 * A file's name without its path, of Unix or Windows, cleaned as a line and free of characters that no file system takes.
 * Empty if nothing is left of it. A name that is too long keeps its ending.
 */
export function cleanFileName(text: string): string {
  const line = cleanLine(text, 4 * LONGEST_FILE_NAME);
  const name = line.slice(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1).trim();
  if (/^\.*$/.test(name)) return '';
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return name.length <= LONGEST_FILE_NAME ? name : cut(name, LONGEST_FILE_NAME - ending.length) + ending;
}

/** Never cuts a surrogate pair in two. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '').trimEnd();
}
