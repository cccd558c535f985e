/** The header of a mail or a part as bytes, before anything is decoded. */

/** SP05. What is past it is not read; the mail is then filed without being displayed. */
const MOST_BYTES = 256 * 1024;
const MOST_FIELDS = 1000;

const LF = 0x0a;
const CR = 0x0d;
const LONGEST_NAME = 200;

/**
 * One header field. `value` has one character a byte, as nobody knows yet what its 8-bit characters are, and is unfolded: its line breaks are
 * gone, its blanks stay. `start` and `end` are offsets in the raw mail.
 */
export type RawField = { name: string; value: string; start: number; end: number };

/** `end`: offset of the first byte below the header. `cut`: there was more than we read. */
export type HeaderBlock = { fields: RawField[]; end: number; cut: boolean };

/**
 * The fields of the header at the top of `raw`, in document order, names in lower case (RFC 5322 §2.2).
 *
 * Lines end with LF or CRLF. A line without a colon, or with blanks or 8-bit characters in its name, is a field with the empty
 * name: it cannot be taken for another one. Reads at most 256 KB and 1,000 fields, in linear time.
 */
export function headerFields(raw: Uint8Array): HeaderBlock {
  const fields: RawField[] = [];
  const limit = headerEnd(raw);
  // Looking for line ends in a text is several times faster than in bytes.
  const text = byteText(raw.subarray(0, limit));
  let at = 0;
  while (at < limit) {
    const start = at;
    at = lineEnd(text, at);
    if (isBlankLine(text, start, at)) return { fields, end: at, cut: false };
    while (at < limit && isBlank(text.charCodeAt(at)) && !isBlankLine(text, at, lineEnd(text, at))) at = lineEnd(text, at);
    if (fields.length === MOST_FIELDS) return { fields, end: start, cut: true };
    fields.push(field(text, start, at));
  }
  return { fields, end: at, cut: raw.length > limit };
}

/** Behind the first empty line, or how much is looked at. */
function headerEnd(raw: Uint8Array): number {
  const limit = Math.min(raw.length, MOST_BYTES);
  let empty = true;
  for (let at = 0; at < limit; at++) {
    const byte = raw[at];
    if (byte === LF && empty) return at + 1;
    empty = byte === LF || (empty && byte === CR);
  }
  return limit;
}

/** Every byte as the character of the same number: nothing is lost, and ASCII reads as ASCII. */
export function byteText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 8192));
  return text;
}

function field(text: string, start: number, end: number): RawField {
  const found = text.indexOf(':', start);
  const colon = found < 0 || found >= end ? -1 : found;
  const name = colon < 0 ? '' : text.slice(start, Math.min(colon, start + LONGEST_NAME)).trimEnd().toLowerCase();
  const value = unfolded(text, colon < 0 ? start : colon + 1, end);
  return { name: /^[\x21-\x7e]+$/.test(name) ? name : '', value, start, end };
}

/** Without the line breaks. A CR alone is none. */
function unfolded(text: string, start: number, end: number): string {
  let last = end;
  while (last > start && (text.charCodeAt(last - 1) === LF || text.charCodeAt(last - 1) === CR)) last--;
  const folded = text.slice(start, last);
  return folded.includes('\n') ? folded.replaceAll('\r\n', '').replaceAll('\n', '') : folded;
}

/** Offset behind the line's LF. */
function lineEnd(text: string, at: number): number {
  const lf = text.indexOf('\n', at);
  return lf < 0 ? text.length : lf + 1;
}

/** Nothing but its line end, before which gateways have put another CR. */
function isBlankLine(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && text.charCodeAt(at) === CR) at++;
  return at === end || text.charCodeAt(at) === LF;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
