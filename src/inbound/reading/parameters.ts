/** A structured header field: a value and its parameters (RFC 2045 §5.1, RFC 2231), as mail programs really write them. */

import { decodeBytes, eightBitText } from './charset.ts';
import { decodeWords } from './encoded-words.ts';

/** `value` as written; names of parameters in lower case, their values decoded. */
export type Structured = { value: string; params: ReadonlyMap<string, string> };

/** A parameter as it stands, one character a byte. `section`: its place in RFC 2231's continuations, or null. */
type Piece = { section: number | null; extended: boolean; text: string };

/**
 * The field's value and parameters; `text` has one character a byte. Raw 8-bit characters are read as UTF-8 or in the charset `hint`. Takes what senders make of it: no
 * semicolon between parameters, quotes within quotes, quotes that never close, blanks in bare names, single backslashes in Windows
 * paths, encoded words. Of a doubled parameter the first counts. Never throws, linear.
 */
export function structured(text: string, hint: string | null): Structured {
  const head = /^\s*(?:"([^"]*)"|[^\s;"(]*)/.exec(text);
  const params = new Map<string, string>();
  for (const [name, found] of pieces(text, head?.[0].length ?? 0)) params.set(name, joined(found, hint));
  return { value: head?.[1] ?? head?.[0].trim() ?? '', params };
}

const NAME = /([^\s=;"()*]+)(?:\*(\d{1,3}))?(\*?)\s*=\s*/y;

function pieces(text: string, start: number): Map<string, Piece[]> {
  const byName = new Map<string, Piece[]>();
  // Where one quote never closes, none behind it does: looking again each time would take for ever.
  let closing = true;
  for (let at = start; at < text.length; ) {
    NAME.lastIndex = at;
    const [whole = '', name = '', section, star] = NAME.exec(text) ?? [];
    if (whole === '') {
      at = text.charAt(at) === '(' ? commentEnd(text, at) : wordEnd(text, at);
      continue;
    }
    const from = at + whole.length;
    const quoted: { value: string; end: number } | null = closing && text.charAt(from) === '"' ? quotedAt(text, from + 1) : null;
    closing = closing && (quoted !== null || text.charAt(from) !== '"');
    const { value, end } = quoted ?? bareAt(text, from);
    at = end;
    const piece: Piece = { section: section === undefined ? null : Number(section), extended: star === '*', text: value };
    const known = byName.get(name.toLowerCase());
    if (known === undefined) byName.set(name.toLowerCase(), [piece]);
    else known.push(piece);
  }
  return byName;
}

function commentEnd(text: string, at: number): number {
  const close = text.indexOf(')', at);
  return close < 0 ? text.length : close + 1;
}

/** Past what is no parameter. */
function wordEnd(text: string, at: number): number {
  const word = /[^\s;"()]*/y;
  word.lastIndex = at;
  return at + Math.max(1, word.exec(text)?.[0].length ?? 0);
}

/** What follows a quote that ends the value; any other is part of a file's name. */
const AFTER_QUOTE = /\s*(?:\(|$|[;\s]*(?:$|[A-Za-z][\w.-]{0,40}\*?\d{0,3}\*?\s?=))/y;

/** Null if the quote never closes. */
function quotedAt(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (character === '\\' && (next === '"' || next === '\\')) {
      value += next;
      at++;
      continue;
    }
    AFTER_QUOTE.lastIndex = at + 1;
    if (character === '"' && AFTER_QUOTE.test(text)) return { value, end: at + 1 };
    value += character;
  }
  return null;
}

/** Up to the semicolon, a comment at its end, or the next parameter if the semicolon was forgotten. */
function bareAt(text: string, at: number): { value: string; end: number } {
  const semicolon = text.indexOf(';', at);
  const rest = text.slice(at, semicolon < 0 ? text.length : semicolon);
  const next = rest.search(/\s[A-Za-z][\w-]*(?:\*\d{0,3}\*?)?=(?!\?)/);
  const value = (next < 0 ? rest : rest.slice(0, next)).replaceAll('"', '').trim();
  const comment = value.endsWith(')') ? value.search(/\s\(/) : -1;
  return { value: comment < 0 ? value : value.slice(0, comment), end: at + (next < 0 ? rest.length : next) };
}

/** `name*=` is meant for readers of today, `name*0=` comes in pieces, `name=` is for all others. */
function joined(found: Piece[], hint: string | null): string {
  const whole = found.find((piece) => piece.section === null && piece.extended);
  if (whole !== undefined && whole.text !== '') return decoded([whole], hint);
  const sections = found.filter((piece) => piece.section !== null);
  if (sections.length === 0) return decoded(found.slice(0, 1), hint);
  return decoded(sections.toSorted((one, other) => (one.section ?? 0) - (other.section ?? 0)), hint);
}

/** Only the first piece says `charset'language'`; only extended pieces are percent-encoded. */
function decoded(ordered: Piece[], hint: string | null): string {
  const [first] = ordered;
  const [, charset = null, coded = first?.text ?? ''] = first?.extended === true ? (/^([^']*)'[^']*'(.*)$/s.exec(first.text) ?? []) : [];
  const text = ordered.map((piece, index) => bytesOf(index === 0 ? coded : piece.text, piece.extended)).join('');
  if (charset === null) return decodeWords(eightBitText(text, hint));
  return decodeBytes(Uint8Array.from(text, (character) => character.charCodeAt(0)), charset, hint);
}

function bytesOf(text: string, extended: boolean): string {
  return extended ? text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
}
