/** What bytes, or a text made of them, look like. */

const ESCAPE = 0x1b;
/** What is looked at of a long text. */
const SAMPLE = 8192;

/** The escape to two-byte characters (RFC 1468): `ESC $ @`, `ESC $ B`, `ESC $ ( D`. */
export function isJapanese(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(ESCAPE); at >= 0; at = bytes.indexOf(ESCAPE, at + 1)) {
    if (bytes[at + 1] === 0x24 && [0x28, 0x40, 0x42].includes(bytes[at + 2] ?? 0)) return true;
  }
  return false;
}

/** The charset that a byte order mark tells, or null. */
export function byteOrder(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Without a mark, the half that is zero in most characters tells. */
export function wideOrder(bytes: Uint8Array, charset: string): string {
  if (charset !== 'utf-16') return charset;
  const even = bytes.subarray(0, SAMPLE).filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const odd = bytes.subarray(0, SAMPLE).filter((byte, at) => byte === 0 && at % 2 === 1).length;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

export function isSevenBit(bytes: Uint8Array): boolean {
  return firstEightBit(bytes) < 0;
}

/** -1: there is none. */
export function firstEightBit(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 0x7f) return at;
  return -1;
}

/** More than every third character that is no ASCII. */
export function isMostlyBroken(text: string): boolean {
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < Math.min(text.length, SAMPLE); at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return broken * 2 > whole;
}
