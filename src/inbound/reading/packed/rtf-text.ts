/** What an RTF says: the HTML or the plain text that Outlook hid in it (MS-OXRTFEX), else its own words. */

import { decodeBytes } from '../charset.ts';
import { FontPages } from './rtf-fonts.ts';

/** A control word with its number, a byte in hex, a control symbol, a brace, or text. Line breaks between them mean nothing. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,9})?[ ]?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi;
/** Groups that say nothing to a reader. */
const UNREAD = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'generator', 'header', 'footer', 'listtable', 'listoverridetable', 'themedata',
  'datastore', 'fldinst', 'xe', 'tc', 'bkmkstart', 'bkmkend']);
const SAID = new Map([['par', '\n'], ['line', '\n'], ['sect', '\n'], ['page', '\n'], ['row', '\n'], ['cell', '\t'], ['tab', '\t'], ['emdash', '—'], ['endash', '–'], ['bullet', '•'],
  ['lquote', '‘'], ['rquote', '’'], ['ldblquote', '“'], ['rdblquote', '”'], ['emspace', ' '], ['enspace', ' ']]);
const SYMBOLS = new Map([['~', '\u00a0'], ['_', '\u2011'], ['\\', '\\'], ['{', '{'], ['}', '}'], ['\n', '\n'], ['\r', '\n']]);
/** Braces within braces. */
const DEEPEST = 500;

/** Of a group and what stands in it. `fallback`: characters that follow a Unicode one for readers that know none. */
type Group = { unread: boolean; tag: boolean; hidden: boolean; fallback: number; page: string };

/** `rtf` has one character a byte. Linear. */
export function rtfText(rtf: string): { text: string | null; html: string | null } {
  const isHtml = /^[^}]{0,500}\\fromhtml1/.test(rtf);
  const said = saidIn(rtf, isHtml);
  return isHtml ? { text: null, html: said } : { text: said.trim() === '' ? null : said, html: null };
}

function saidIn(rtf: string, isHtml: boolean): string {
  const fonts = new FontPages(Number(/\\ansicpg(\d{1,5})/.exec(rtf)?.[1] ?? 1252));
  const out: string[] = [];
  const groups: Group[] = [{ unread: false, tag: false, hidden: false, fallback: 1, page: fonts.standard }];
  let bytes: number[] = [];
  let skip = 0;
  const flush = (group: Group) => {
    if (bytes.length > 0) out.push(decodeBytes(Uint8Array.from(bytes), group.page));
    bytes = [];
  };

  for (const [, word, digits, hex, symbol, brace, text] of rtf.matchAll(TOKEN)) {
    const group = groups.at(-1);
    if (group === undefined) break;
    const reads = !group.unread && !(isHtml && group.hidden && !group.tag);
    if (hex !== undefined) {
      if (skip > 0) skip--;
      else if (reads) bytes.push(Number.parseInt(hex, 16));
      continue;
    }
    flush(group);
    if (brace !== undefined) skip = 0;
    if (brace === '{') groups.push({ ...group });
    else if (brace === '}') groups.pop();
    else if (text !== undefined) {
      if (reads) out.push(text.slice(skip));
      skip = Math.max(0, skip - text.length);
    } else if (symbol === '*') group.unread = true;
    else if (symbol !== undefined && reads) out.push(SYMBOLS.get(symbol) ?? '');
    else if (word !== undefined) skip = control(word, digits === undefined ? null : Number(digits), { group, fonts, out, reads }) ?? skip;
    if (groups.length > DEEPEST) break;
  }
  return out.join('');
}

type Place = { group: Group; fonts: FontPages; out: string[]; reads: boolean };

/** Does what the word says; the characters to skip behind it, or null. */
function control(word: string, value: number | null, { group, fonts, out, reads }: Place): number | null {
  fonts.word(word, value);
  if (word === 'f') group.page = fonts.pageOf(value ?? 0);
  else if (word === 'uc') group.fallback = value ?? 1;
  else if (word === 'htmlrtf') group.hidden = value !== 0;
  else if (word === 'htmltag') Object.assign(group, { unread: false, tag: true });
  else if (UNREAD.has(word)) group.unread = true;
  else if (word === 'u' && value !== null) {
    if (reads) out.push(String.fromCharCode(value & 0xffff));
    return group.fallback;
  } else if (reads) out.push(SAID.get(word) ?? '');
  return null;
}
