/** Bytes to text, whatever their sender says they are (M01). */

import chardet from 'chardet';
import { decodeOldCharset } from './old-charsets.ts';

/** Labels of mail programs that the Encoding Standard does not know, without prefixes and separators. */
const ALIASES = new Map([
  ['iso88598i', 'iso-8859-8'], ['iso88598e', 'iso-8859-8'], ['shiftjis', 'shift_jis'], ['windows31j', 'shift_jis'], ['mskanji', 'shift_jis'],
  ['cp932', 'shift_jis'], ['ms932', 'shift_jis'], ['windows932', 'shift_jis'], ['eucjp', 'euc-jp'], ['cp51932', 'euc-jp'], ['ujis', 'euc-jp'],
  ['iso2022jp1', 'iso-2022-jp'], ['iso2022jp2', 'iso-2022-jp'], ['iso2022jp', 'iso-2022-jp'], ['cp50220', 'iso-2022-jp'],
  ['cp50221', 'iso-2022-jp'], ['cp50222', 'iso-2022-jp'], ['euckr', 'euc-kr'], ['uhc', 'euc-kr'], ['cp949', 'euc-kr'], ['ms949', 'euc-kr'],
  ['cp936', 'gb18030'], ['ms936', 'gb18030'], ['windows936', 'gb18030'], ['euccn', 'gb18030'], ['gb2312', 'gb18030'], ['gbk', 'gb18030'],
  ['cp950', 'big5'], ['windows950', 'big5'], ['tis620', 'windows-874'], ['cp874', 'windows-874'], ['ansi', 'windows-1252'],
  ['iso885916', 'windows-1250'], ['latin10', 'windows-1250'], ['unicode11utf7', 'utf-7'],
]);
/** Where a sender means *whatever my machine uses*: what the bytes look like counts more. */
const VAGUE = new Set(['', 'us-ascii', 'ascii', 'ansi_x3.4-1968', '7bit', '8bit', 'unknown', 'unknown-8bit', 'x-unknown', 'x-user-defined', 'default', 'none',
  'user-defined', 'utf-8//ignore', 'binary']);
const UTF8 = /^utf-?8$/;
/** Read by the detector; it costs more than decoding. */
const SAMPLE = 8192;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const decoders = new Map<string, TextDecoder | null>();

/**
 * The text that `bytes` are. `declared` is the label that came with them, or null; it may be wrong, unknown or missing: then what
 * the bytes look like decides (UTF-8 first: other text is never UTF-8 by chance), then `hint`, a label found elsewhere in the mail. Never throws; every byte
 * leads to some character.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null, hint: string | null = null): string {
  const label = (declared ?? '').replace(/["'<>\s]/g, '').toLowerCase();
  const sevenBit = isSevenBit(bytes);
  const marked = byteOrder(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);

  const old = decodeOldCharset(bytes, ALIASES.get(squeezed(label)) ?? label);
  if (old !== null) return old;
  if (sevenBit && !bytes.includes(0x1b)) return ascii(bytes, label);
  return asUtf8(bytes, label) ?? decoder(UTF8.test(label) ? '' : label)?.decode(bytes) ?? decoder((hint ?? '').toLowerCase())?.decode(bytes) ?? guessed(bytes);
}

/** Plain ASCII in every charset but the ones that use NUL bytes for half of it. */
function ascii(bytes: Uint8Array, label: string): string {
  return (label.startsWith('utf-16') && bytes.includes(0) ? decoder(label) : utf8)?.decode(bytes) ?? '';
}

/** Only if it can be nothing else: a label with escapes or two-byte characters is believed before. */
function asUtf8(bytes: Uint8Array, label: string): string | null {
  if (/^(?:iso-2022|utf-16|csiso2022)/.test(label)) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return UTF8.test(label) ? mostlyUtf8(bytes) : null;
  }
}

/** Whether the bytes are UTF-8 without a fault. */
export function isUtf8(bytes: Uint8Array): boolean {
  return asUtf8(bytes, '') !== null;
}

/**
 * Declared UTF-8 with a few broken characters (cut in the middle) is still that; with many it is something else. A replacement character
 * that was sent is none of the broken.
 */
function mostlyUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = -sentReplacements(bytes);
  let whole = -broken;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return broken <= whole ? text : null;
}

function sentReplacements(bytes: Uint8Array): number {
  let sent = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) sent++;
  return sent;
}

function guessed(bytes: Uint8Array): string {
  const label = chardet.detect(bytes.subarray(0, SAMPLE)) ?? '';
  return (decoder(label.toLowerCase()) ?? new TextDecoder('windows-1252')).decode(bytes);
}

/** The runtime's decoder for a label, or null for one that is vague or that nobody knows. Remembers what mails ask for, within bounds. */
function decoder(label: string): TextDecoder | null {
  if (VAGUE.has(label) || label.length > 40) return null;
  const known = decoders.get(label);
  if (known !== undefined) return known;
  const made = newDecoder(label) ?? newDecoder(squeezed(label));
  if (decoders.size < 500) decoders.set(label, made);
  return made;
}

function newDecoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(ALIASES.get(squeezed(label)) ?? label);
  } catch {
    return null;
  }
}

/** Without a vendor's or IANA's prefix and without separators. */
function squeezed(label: string): string {
  return label.replace(/^(?:x-ms-|x-|cs)/, '').replace(/[._:-]+/g, '').replace(/^(iso8859\d+)(?:19|20)\d\d$/, '$1').replace(/^iso8859(\d+)$/, 'iso8859-$1');
}

function byteOrder(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function isSevenBit(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 0x7f) return false;
  return true;
}
