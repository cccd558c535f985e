/** Bytes to text, whatever their sender says they are (M01). */

import chardet from 'chardet';
import { charsetNamed } from './charset-labels.ts';
import { byteOrder, firstEightBit, isJapanese, isMostlyBroken, isSevenBit, wideOrder } from './charset-looks.ts';
import { decodeCodePage, decodeSevenBit } from './old-charsets.ts';

/** Read by the detector; it costs more than decoding. */
const SAMPLE = 8192;
/** What the detector says of what it does not know. */
const LEAST_CONFIDENCE = 11;
/** Charsets in which two or three short words can be UTF-8 by chance. */
const MULTIBYTE = new Set(['gb18030', 'big5', 'euc-kr', 'euc-jp', 'shift_jis']);

const LESS = 0x3c;
const GREATER = 0x3e;
const BLANK = 0x20;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const decoders = new Map<string, TextDecoder | null>();

/**
 * The text that `bytes` are. `declared` is the label that came with them, or null; it may be wrong, unknown or missing: then what
 * the bytes look like decides (UTF-8 first: other text is hardly ever UTF-8 by chance), then `hint`, a label found elsewhere in the
 * mail. Never throws; every byte leads to some character.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null, hint: string | null = null): string {
  const marked = byteOrder(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const charset = charsetNamed(declared ?? '');
  if (charset.startsWith('utf-16') && bytes.includes(0)) return new TextDecoder(wideOrder(bytes, charset)).decode(bytes);
  if (isSevenBit(bytes)) return sevenBitText(bytes, charset);
  return asUtf8(bytes, charset) ?? declaredText(bytes, charset) ?? hinted(bytes, charsetNamed(hint ?? '')) ?? guessed(bytes);
}

/** The same of a header's value, which has one character a byte. Most are ASCII and what they are. */
export function eightBitText(value: string, hint: string | null): string {
  return /[\x1b\x80-\xff]/.test(value) ? decodeBytes(Uint8Array.from(value, (character) => character.charCodeAt(0)), null, hint) : value;
}

/** ASCII, or one of the charsets that hide others in it. */
function sevenBitText(bytes: Uint8Array, charset: string): string {
  const hidden = charset === '' ? null : decodeSevenBit(bytes, charset);
  if (hidden !== null) return hidden;
  if (isJapanese(bytes)) return new TextDecoder('iso-2022-jp').decode(bytes);
  return utf8.decode(bytes);
}

function asUtf8(bytes: Uint8Array, charset: string): string | null {
  try {
    const text = utf8.decode(bytes);
    return MULTIBYTE.has(charset) && !/[\u0800-\uffff]/.test(text) ? null : text;
  } catch {
    return charset === 'utf-8' ? mostlyUtf8(bytes) : null;
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

/** Null where the label cannot be true: of what it should be hardly anything is. */
function declaredText(bytes: Uint8Array, charset: string): string | null {
  // With 8-bit characters it is what Japanese programs use within a machine.
  if (charset === 'iso-2022-jp') return strictText(bytes, 'euc-jp') ?? strictText(bytes, 'shift_jis');
  const text = decodeCodePage(bytes, charset) ?? decoderOf(charset)?.decode(bytes) ?? null;
  return text === null || isMostlyBroken(text) ? null : text;
}

function strictText(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

function hinted(bytes: Uint8Array, charset: string): string | null {
  return charset === 'utf-8' ? mostlyUtf8(bytes) : (decodeCodePage(bytes, charset) ?? decoderOf(charset)?.decode(bytes) ?? null);
}

function guessed(bytes: Uint8Array): string {
  const start = Math.max(0, firstEightBit(bytes) - SAMPLE / 4);
  const guesses = chardet.analyse(withoutTags(bytes.subarray(start, start + SAMPLE))).filter(({ confidence, name }) => confidence >= LEAST_CONFIDENCE && !name.startsWith('UTF-'));
  return (decoderOf(charsetNamed(guesses[0]?.name ?? '')) ?? new TextDecoder('windows-1252')).decode(bytes);
}

/** Tags are no words of any language, and often most of an HTML text. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const words = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const end = bytes[at] === LESS && bytes[at + 1] !== BLANK ? bytes.indexOf(GREATER, at) : -1;
    words[length++] = end < 0 ? (bytes[at] ?? 0) : BLANK;
    if (end >= 0) at = end;
  }
  return words.subarray(0, length);
}

/** The runtime's decoder, or null for a charset that is vague or that nobody knows. Remembers what mails ask for, within bounds. UTF-8 was tried before. */
function decoderOf(charset: string): TextDecoder | null {
  if (charset === '' || charset === 'utf-8') return null;
  const known = decoders.get(charset);
  if (known !== undefined) return known;
  const made = newDecoder(charset);
  if (decoders.size < 500) decoders.set(charset, made);
  return made;
}

function newDecoder(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
}
