/** The header of a mail or a part as bytes, before anything is decoded. */

/** SP05. What is past it is not read; the mail is then filed without being displayed. */
const MOST_BYTES = 256 * 1024;
const MOST_FIELDS = 1000;

const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;

/** One header field. `value` is unfolded: its line breaks are gone, its blanks stay. `start` and `end` are offsets in the raw mail. */
export type RawField = { name: string; value: Uint8Array; start: number; end: number };

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
  const limit = Math.min(raw.length, MOST_BYTES);
  let at = 0;
  while (at < limit) {
    const start = at;
    at = lineEnd(raw, at);
    if (isBlankLine(raw, start, at)) return { fields, end: at, cut: false };
    while (at < limit && isBlank(raw[at]) && !isBlankLine(raw, at, lineEnd(raw, at))) at = lineEnd(raw, at);
    if (fields.length === MOST_FIELDS) return { fields, end: start, cut: true };
    fields.push(field(raw, start, Math.min(at, limit)));
  }
  return { fields, end: at, cut: raw.length > limit };
}

/** Every byte as the character of the same number: nothing is lost, and ASCII reads as ASCII. */
export function byteText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function field(raw: Uint8Array, start: number, end: number): RawField {
  const line = raw.subarray(start, end);
  const colon = line.indexOf(COLON);
  const name = colon < 0 ? '' : byteText(line.subarray(0, Math.min(colon, 200))).trimEnd().toLowerCase();
  const value = unfolded(line.subarray(colon + 1));
  return { name: /^[\x21-\x7e]+$/.test(name) ? name : '', value, start, end };
}

/** Without the line breaks. */
function unfolded(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--;
  const value = bytes.subarray(0, end);
  return value.includes(LF) ? value.filter((byte) => byte !== LF && byte !== CR) : value;
}

/** Offset behind the line's LF. */
function lineEnd(raw: Uint8Array, at: number): number {
  const lf = raw.indexOf(LF, at);
  return lf < 0 ? raw.length : lf + 1;
}

/** Nothing but its line end, before which gateways have put another CR. */
function isBlankLine(raw: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && raw[at] === CR) at++;
  return at === end || raw[at] === LF;
}

function isBlank(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09;
}
