/** MAPI properties as TNEF writes them (MS-OXTNEF 2.1.3.3). */

/** The ones that are read. */
export const Property = {
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  fileData: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeType: 0x370e,
  contentId: 0x3712,
  internetCodePage: 0x3fde,
} as const;

/** Text in a code page is `bytes`. `object`: an embedded mail or something of another program, without the id in front. */
export type MapiValue = { kind: 'number'; value: number } | { kind: 'text'; text: string } | { kind: 'bytes' | 'object'; bytes: Uint8Array };
export type MapiProperties = ReadonlyMap<number, MapiValue>;

const MOST_PROPERTIES = 5000;
const MULTIPLE = 0x1000;
const OBJECT = 0x0d;
const STRING = 0x1e;
const UNICODE = 0x1f;
const BINARY = 0x102;
/** Bytes of types whose size is fixed, padded to four. */
const sizes = new Map([[0x02, 4], [0x03, 4], [0x04, 4], [0x05, 8], [0x06, 8], [0x07, 8], [0x0a, 4], [0x0b, 4], [0x14, 8], [0x40, 8], [0x48, 16]]);

/** The first value of each property, by its id. What is broken or unknown ends the reading, not what was read before. */
export function mapiProperties(bytes: Uint8Array): MapiProperties {
  const found = new Map<number, MapiValue>();
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length), bytes, at: 0 };
  try {
    const count = Math.min(number(reader), MOST_PROPERTIES);
    for (let index = 0; index < count; index++) {
      const tag = number(reader);
      const id = tag >>> 16;
      if (id >= 0x8000) skipName(reader);
      const value = values(reader, tag & 0xffff);
      if (value !== null && !found.has(id)) found.set(id, value);
    }
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
  }
  return found;
}

type Reader = { view: DataView; bytes: Uint8Array; at: number };

/** Throws RangeError at the end of the bytes, as DataView does. */
function number(reader: Reader): number {
  reader.at += 4;
  return reader.view.getUint32(reader.at - 4, true);
}

function take(reader: Reader, length: number): Uint8Array {
  if (reader.at + length > reader.bytes.length) throw new RangeError('The properties end too early');
  const taken = reader.bytes.subarray(reader.at, reader.at + length);
  reader.at += length + ((4 - (length % 4)) % 4);
  return taken;
}

/** Properties from 0x8000 on are called by a GUID and a number or name. */
function skipName(reader: Reader): void {
  take(reader, 16);
  const kind = number(reader);
  if (kind === 0) number(reader);
  else take(reader, number(reader));
}

function values(reader: Reader, type: number): MapiValue | null {
  const single = type & ~MULTIPLE;
  const size = sizes.get(single);
  const variable = size === undefined;
  if (variable && ![OBJECT, STRING, UNICODE, BINARY].includes(single)) throw new RangeError('A type of property that nobody knows');
  const count = variable || type !== single ? number(reader) : 1;
  let first: MapiValue | null = null;
  for (let index = 0; index < count; index++) {
    const bytes = take(reader, size ?? number(reader));
    first ??= valueOf(single, bytes);
  }
  return first;
}

function valueOf(type: number, bytes: Uint8Array): MapiValue | null {
  if (type === UNICODE) return { kind: 'text', text: new TextDecoder('utf-16le').decode(bytes).replace(/\0.*$/s, '') };
  if (type === OBJECT) return { kind: 'object', bytes: bytes.subarray(16) };
  if (type === STRING || type === BINARY) return { kind: 'bytes', bytes };
  return type === 0x03 ? { kind: 'number', value: new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) } : null;
}
