/** An address header cut into the entries of its list (RFC 5322 §3.4), before any of them is judged. */

export type Word = { text: string; quoted: boolean; /** There was a blank before it. */ apart: boolean };

/** `words` outside of brackets, quoted ones without their quotes; `angle`: inside of angle brackets; `group`: what begins or ends here. */
export type Entry = { words: Word[]; angle: string | null; comments: string[]; opensGroup: string | null; endsGroup: boolean };

/** The entries of the list, separated by commas or, as programs of Microsoft write them, semicolons. Linear. */
export function* entries(header: string): Generator<Entry> {
  const text = balanced(header);
  const lastSemicolon = text.lastIndexOf(';');
  let entry = emptyEntry();
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (character === ',' || character === ';') {
      yield { ...entry, endsGroup: character === ';' };
      entry = emptyEntry();
      at++;
    } else if (character === ':' && at < lastSemicolon && entry.angle === null && entry.opensGroup === null) {
      entry = { ...emptyEntry(), opensGroup: said(entry.words) };
      at++;
    } else at = takeToken(entry, text, at);
  }
  yield entry;
}

/** The words as they stood. */
export function said(words: Word[]): string {
  return words.map((word) => (word.apart ? ` ${word.text}` : word.text)).join('').trim();
}

function emptyEntry(): Entry {
  return { words: [], angle: null, comments: [], opensGroup: null, endsGroup: false };
}

/** Without the quote or bracket that never closes, and all of its kind behind it: else it would swallow the rest. */
function balanced(header: string): string {
  const quote = unclosed(header, '"', '"');
  const quoted = quote < 0 ? header : header.slice(0, quote) + header.slice(quote).replaceAll('"', '');
  const bracket = unclosed(quoted, '(', ')');
  return bracket < 0 ? quoted : quoted.slice(0, bracket) + quoted.slice(bracket).replaceAll('(', '');
}

/** Where the outermost `open` stands that has no `close`, or -1. */
function unclosed(text: string, open: string, close: string): number {
  if (!text.includes(open)) return -1;
  let depth = 0;
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === close && depth > 0) depth--;
    else if (character === open && depth++ === 0) start = at;
  }
  return depth > 0 ? start : -1;
}

/** Puts the token at `at` into the entry; returns where the next begins. */
function takeToken(entry: Entry, text: string, at: number): number {
  switch (text.charAt(at)) {
    case '"':
      return takeQuoted(entry, text, at);
    case '(':
      return takeComment(entry, text, at);
    case '<':
      return takeAngle(entry, text, at);
    default:
      return takeWord(entry, text, at);
  }
}

function takeQuoted(entry: Entry, text: string, at: number): number {
  let inner = '';
  let next = at + 1;
  for (; next < text.length && text.charAt(next) !== '"'; next++) {
    if (text.charAt(next) === '\\') next++;
    inner += text.charAt(next);
  }
  entry.words.push({ text: inner, quoted: true, apart: isApart(text, at) });
  return next + 1;
}

function takeComment(entry: Entry, text: string, at: number): number {
  let inner = '';
  let depth = 1;
  let next = at + 1;
  for (; next < text.length; next++) {
    const character = text.charAt(next);
    if (character === '(') depth++;
    if (character === ')' && --depth === 0) break;
    if (character === '\\') next++;
    inner += text.charAt(next);
  }
  entry.comments.push(inner);
  return next + 1;
}

/** The first bracket with an `@` in it counts, others belong to the name. `<@relay:a@b>` has a route, which nobody uses any more. */
function takeAngle(entry: Entry, text: string, at: number): number {
  const close = text.indexOf('>', at);
  const end = close < 0 ? text.length : close;
  const inner = text.slice(Math.max(at, text.lastIndexOf('<', end)) + 1, end).trim();
  const address = /^@[^:]*:(.*)$/s.exec(inner)?.[1] ?? inner;
  if (entry.angle === null || (!entry.angle.includes('@') && address.includes('@'))) entry.angle = address;
  else entry.words.push({ text: `<${address}>`, quoted: true, apart: isApart(text, at) });
  return end + 1;
}

/** Up to the next character that means something. An encoded word is one word, whatever is in it, and so is Outlook's `[mailto:a@b]`. */
const WORD = /\[?(?:mailto|smtp):[^\s"<>,;:]+|=\?[^?\s]{1,60}\?[QqBb]\?[^?]{0,2000}(?:\?(?!=)[^?]{0,2000}){0,5}\?=|[^\s"(<,;:]+|[\s\S]/iy;

function takeWord(entry: Entry, text: string, at: number): number {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? text.charAt(at);
  if (word.trim() !== '') entry.words.push({ text: word, quoted: false, apart: isApart(text, at) });
  return at + word.length;
}

function isApart(text: string, at: number): boolean {
  return at > 0 && text.charAt(at - 1).trim() === '';
}
