/** Quoted-printable (RFC 2045 §6.7) with the line ends of the mail: the parser's own turns CRLF into LF, which changes a file. */

const EQUALS = 0x3d;
const LF = 0x0a;
const CR = 0x0d;

/** The bytes that `coded` stands for. A broken escape stays as it is written; blanks at a line's end are none of it. Linear. */
export function quotedPrintable(coded: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(coded.length);
  let length = 0;
  for (let at = 0; at < coded.length; ) {
    const next = coded.indexOf(EQUALS, at);
    const end = next < 0 ? coded.length : next;
    bytes.set(coded.subarray(at, end), length);
    length += end - at;
    at = end;
    if (at === coded.length) break;

    const code = (nibble(coded[at + 1]) << 4) | nibble(coded[at + 2]);
    const soft = code < 0 ? softBreakEnd(coded, at + 1) : -1;
    if (soft >= 0) at = soft;
    else {
      bytes[length++] = code < 0 ? EQUALS : code;
      at += code < 0 ? 1 : 3;
    }
  }
  return bytes.subarray(0, length);
}

/** -1 for what is no hex digit. */
function nibble(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : -1;
}

/** Where the next line begins if only blanks stand before it, or -1. */
function softBreakEnd(coded: Uint8Array, start: number): number {
  let at = start;
  while (coded[at] === 0x20 || coded[at] === 0x09) at++;
  if (at === coded.length) return at;
  if (coded[at] === CR && coded[at + 1] === LF) return at + 2;
  return coded[at] === LF || coded[at] === CR ? at + 1 : -1;
}
