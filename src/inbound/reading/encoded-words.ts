/** Header text in words of any charset (RFC 2047), as mail programs really write it. */

import { joinedBytes } from './bytes.ts';
import { charsetNamed } from './charset-labels.ts';
import { decodeBytes, eightBitText, isUtf8 } from './charset.ts';

/** `=?charset*language?B?…?=`; blanks and question marks inside the text are forbidden but common. */
const WORD = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*(?:\?(?!=)[^?]*){0,20})\?=/g;

/** Neighbouring words of one charset. `written`: as they stood. */
type Words = { charset: string; coded: Coded[]; written: string };
type Coded = { isBase64: boolean; text: string };

/**
 * A header's value, one character a byte, as text: encoded words decoded, raw 8-bit characters read as UTF-8 or in the charset `hint` (of the body) or
 * by their looks. A character split over two words is put together first. Anything broken stays as it was written. Linear.
 */
export function decodeHeader(value: string, hint: string | null): string {
  return decodeWords(eightBitText(value, hint));
}

/** The same for a header that is text already. */
export function decodeWords(text: string): string {
  return text.includes('=?') ? pieces(text).map(textOf).join('') : text;
}

/** Words of one charset side by side are one text, because senders split in the middle of a character, or of its code. */
function pieces(text: string): (Words | string)[] {
  const found: (Words | string)[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const [whole, label = '', encoding = '', coded = ''] = match;
    const between = text.slice(at, match.index);
    // Blanks between two words only separate them (RFC 2047 §6.2).
    if (between !== '' && !(found.length > 0 && /^[ \t\r\n]+$/.test(between))) found.push(between);
    at = match.index + whole.length;
    const words = { charset: charsetNamed(label.replace(/\*.*/, '')), coded: [{ isBase64: encoding.toUpperCase() === 'B', text: coded }], written: whole };
    const last = found.at(-1);
    if (last === undefined || typeof last === 'string' || last.charset !== words.charset) found.push(words);
    else join(last, words);
  }
  if (at < text.length) found.push(text.slice(at));
  return found;
}

function join(words: Words, next: Words): void {
  words.written += ` ${next.written}`;
  const last = words.coded.at(-1);
  for (const coded of next.coded) {
    // Four characters are three bytes: what is left over needs the next word.
    const isCut = last?.isBase64 === true && coded.isBase64 && last.text.length % 4 !== 0 && !last.text.endsWith('=');
    if (isCut) last.text += coded.text;
    else words.coded.push(coded);
  }
}

function textOf(piece: Words | string): string {
  if (typeof piece === 'string') return piece;
  const bytes = joinedBytes(piece.coded.map(({ isBase64, text }) => (isBase64 ? base64(text) : quoted(text))));
  return isGarbage(bytes, piece.charset) ? piece.written : decodeBytes(bytes, piece.charset);
}

/** Control characters in what claims to be UTF-8 and is not: somebody encoded twice, or cut in the middle. */
function isGarbage(bytes: Uint8Array, charset: string): boolean {
  return charset === 'utf-8' && bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) && !isUtf8(bytes);
}

/** `_` is a blank; a broken `=` stays. Characters that should have been encoded count as UTF-8. */
function quoted(coded: string): Uint8Array {
  const bytes = new TextEncoder().encode(coded.replaceAll('_', ' '));
  const decoded: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === 0x3d ? String.fromCharCode(...bytes.subarray(at + 1, at + 3)) : '';
    const isCode = /^[0-9a-f]{2}$/i.test(hex);
    decoded.push(isCode ? Number.parseInt(hex, 16) : (bytes[at] ?? 0));
    if (isCode) at += 2;
  }
  return Uint8Array.from(decoded);
}

/** Takes what is there: without padding, with blanks, padding in the middle where two texts were glued. */
export function base64(coded: string): Uint8Array {
  const parts = coded.replace(/[^A-Za-z0-9+/=]/g, '').split(/=+/).filter((part) => part !== '');
  const decoded = parts.map((part) => atob(part.length % 4 === 1 ? part.slice(0, -1) : part)).join('');
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
}
