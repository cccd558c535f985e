/** What is inside of an opaque S/MIME signature (RFC 5652 §5, RFC 8551 §3.5.2). The signature itself is not checked (M13). */

import { joinedBytes } from '../bytes.ts';

/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = '2a864886f70d010702';
const OCTET_STRING = 0x04;
const OBJECT_ID = 0x06;
const SEQUENCE = 0x30;
const SET = 0x31;
const EXPLICIT_0 = 0xa0;
/** Pieces of a text within pieces within the data. */
const DEEPEST = 8;
/** Each level is looked through again from the level above. */
const DEEPEST_INDEFINITE = 12;

/** One element (X.690 §8.1). `end` is where the next begins. */
type Element = { tag: number; content: Uint8Array; end: number };

/** The signed mail as it was before, or null: encrypted, without content, or broken. */
export function signedContent(data: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const [type, wrapped] = children(first(data, SEQUENCE));
  if (type?.tag !== OBJECT_ID || hex(type.content) !== SIGNED_DATA || wrapped?.tag !== EXPLICIT_0) return null;
  const [, algorithms, encapsulated] = children(first(wrapped.content, SEQUENCE));
  if (algorithms?.tag !== SET || encapsulated?.tag !== SEQUENCE) return null;
  const content = children(encapsulated.content)[1];
  if (content?.tag !== EXPLICIT_0) return null;
  const pieces = octets(content.content, 0);
  return pieces.length === 0 ? null : joinedBytes(pieces);
}

function first(data: Uint8Array, tag: number): Uint8Array {
  const element = elementAt(data, 0);
  return element?.tag === tag ? element.content : new Uint8Array();
}

function children(content: Uint8Array): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < content.length && found.length < 1000; ) {
    const element = elementAt(content, at);
    if (element === null) break;
    found.push(element);
    at = element.end;
  }
  return found;
}

/** An octet string may come in pieces, each an octet string again. */
function octets(content: Uint8Array, depth: number): Uint8Array[] {
  if (depth > DEEPEST) return [];
  return children(content).flatMap(({ tag, content: inner }) => (tag === OCTET_STRING ? [inner] : (tag & ~0x20) === OCTET_STRING ? octets(inner, depth + 1) : []));
}

function elementAt(data: Uint8Array, at: number, depth = 0): Element | null {
  const tag = data[at];
  const length = data[at + 1];
  if (tag === undefined || length === undefined || (tag & 0x1f) === 0x1f) return null;
  if (length === 0x80) return depth > DEEPEST_INDEFINITE ? null : untilItsEnd(data, at, depth);
  const bytes = length > 0x80 ? length - 0x80 : 0;
  if (bytes > 4) return null;
  const size = bytes === 0 ? length : data.subarray(at + 2, at + 2 + bytes).reduce((sum, byte) => sum * 256 + byte, 0);
  const start = at + 2 + bytes;
  return start + size > data.length ? null : { tag, content: data.subarray(start, start + size), end: start + size };
}

/** An element of indefinite length ends with two zeros after its last child; one that was cut off ends with the data. */
function untilItsEnd(data: Uint8Array, at: number, depth: number): Element | null {
  let next = at + 2;
  while (next < data.length && (data[next] !== 0 || data[next + 1] !== 0)) {
    const child = elementAt(data, next, depth + 1);
    if (child === null) break;
    next = child.end;
  }
  return { tag: data[at] ?? 0, content: data.subarray(at + 2, next), end: Math.min(next + 2, data.length) };
}

function hex(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 20)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
