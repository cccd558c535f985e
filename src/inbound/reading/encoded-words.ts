/** Header text in words of any charset (RFC 2047), as mail programs really write it. */

import { decodeBytes, isUtf8 } from './charset.ts';

/** `=?charset*language?B?…?=`; blanks and question marks inside the text are forbidden but common. */
const WORD = /=\?([^?\s]{1,60})\?([QqBb])\?([^?]*(?:\?(?!=)[^?]*){0,20})\?=/g;

/** `written`: as it stood. */
type Piece = { charset: string; bytes: number[]; written: string } | string;

/**
 * The header's bytes as text: encoded words decoded, raw 8-bit characters read as UTF-8 or in the charset `hint` (of the body) or
 * by their looks. A character split over two words is put together first. Anything broken stays as it was written. Linear.
 */
export function decodeHeader(value: Uint8Array, hint: string | null): string {
  return decodeWords(decodeBytes(value, null, hint));
}

/** The same for a header that is text already. */
export function decodeWords(text: string): string {
  return text.includes('=?') ? joined(pieces(text)).map(textOf).join('') : text;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', coded = ''] = match;
    const between = text.slice(at, match.index);
    // Blanks between two words only separate them (RFC 2047 §6.2).
    if (between !== '' && !(found.length > 0 && /^[ \t\r\n]+$/.test(between))) found.push(between);
    found.push({ charset: charset.replace(/\*.*/, '').toLowerCase(), bytes: encoding.toUpperCase() === 'B' ? [...base64(coded)] : quoted(coded), written: whole });
    at = match.index + whole.length;
  }
  if (at < text.length) found.push(text.slice(at));
  return found;
}

/** Neighbours of one charset are one text, because senders split in the middle of a character. */
function joined(all: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of all) {
    const last = result.at(-1);
    if (typeof piece === 'string' || last === undefined || typeof last === 'string' || last.charset !== piece.charset) result.push(piece);
    else {
      for (const byte of piece.bytes) last.bytes.push(byte);
      last.written += ` ${piece.written}`;
    }
  }
  return result;
}

function textOf(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return isGarbage(piece) ? piece.written : decodeBytes(Uint8Array.from(piece.bytes), piece.charset);
}

/** Control characters in what claims to be UTF-8 and is not: somebody encoded twice, or cut in the middle. */
function isGarbage({ charset, bytes }: Exclude<Piece, string>): boolean {
  return /^utf-?8$/.test(charset) && bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) && !isUtf8(Uint8Array.from(bytes));
}

/** `_` is a blank; a broken `=` stays. Characters that should have been encoded count as UTF-8. */
function quoted(coded: string): number[] {
  const bytes = new TextEncoder().encode(coded.replaceAll('_', ' '));
  const decoded: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === 0x3d ? String.fromCharCode(...bytes.subarray(at + 1, at + 3)) : '';
    const isCode = /^[0-9a-f]{2}$/i.test(hex);
    decoded.push(isCode ? Number.parseInt(hex, 16) : (bytes[at] ?? 0));
    if (isCode) at += 2;
  }
  return decoded;
}

/** Takes what is there: without padding, with blanks, padding in the middle where two texts were glued. */
export function base64(coded: string): Uint8Array {
  const parts = coded.replace(/[^A-Za-z0-9+/=]/g, '').split(/=+/).filter((part) => part !== '');
  const decoded = parts.map((part) => atob(part.length % 4 === 1 ? part.slice(0, -1) : part)).join('');
  return Uint8Array.from(decoded, (character) => character.charCodeAt(0));
}
