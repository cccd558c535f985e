/** Files written into a text by uuencode (POSIX), as old programs and some scanners still send them (M06). */

import { joinedBytes } from '../bytes.ts';

export type PackedText = { text: string; files: { name: string; bytes: Uint8Array }[] };

/** More in one text are left where they are. */
const MOST_FILES = 50;
const BEGIN = /^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n/gm;

/** The text without its uuencoded files, and the files. What only looks like one stays text. Linear. */
export function withoutUuencoded(text: string): PackedText {
  if (!text.includes('begin ')) return { text, files: [] };
  const files: PackedText['files'] = [];
  let rest = '';
  let at = 0;
  for (const found of text.matchAll(BEGIN)) {
    if (found.index < at || files.length === MOST_FILES) continue;
    const packed = unpack(text, found.index + found[0].length);
    if (packed === null) continue;
    files.push({ name: found[1]?.trim() ?? '', bytes: packed.bytes });
    rest += text.slice(at, found.index);
    at = packed.end;
  }
  return { text: rest + text.slice(at), files };
}

/** Lines up to `end`, or to the end of the text if the mail was cut off there. Null if a line is none of uuencode. */
function unpack(text: string, start: number): { bytes: Uint8Array; end: number } | null {
  const pieces: Uint8Array[] = [];
  for (let at = start; at < text.length; ) {
    const lf = text.indexOf('\n', at);
    const next = lf < 0 ? text.length : lf + 1;
    const line = text.slice(at, next).trimEnd();
    if (line === 'end') return { bytes: joinedBytes(pieces), end: next };
    const piece = lineBytes(line);
    if (piece === null) return null;
    pieces.push(piece);
    at = next;
  }
  return pieces.length > 1 ? { bytes: joinedBytes(pieces), end: text.length } : null;
}

/** The first character counts the bytes; each four after it are three. A backtick is a blank; blanks at the end may be gone. */
function lineBytes(line: string): Uint8Array | null {
  const count = line === '' ? 0 : (line.charCodeAt(0) - 32) & 63;
  const needed = Math.ceil(count / 3) * 4;
  if (line.length - 1 > needed + 2 || /[^ -`]/.test(line)) return null;
  const sextet = (index: number) => (index < line.length ? (line.charCodeAt(index) - 32) & 63 : 0);
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const first = 1 + Math.floor(at / 3) * 4 + (at % 3);
    const shift = 2 * (at % 3) + 2;
    bytes[at] = ((sextet(first) << shift) | (sextet(first + 1) >> (6 - shift))) & 0xff;
  }
  return bytes;
}
