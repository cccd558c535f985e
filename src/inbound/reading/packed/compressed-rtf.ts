/** Compressed RTF (MS-OXRTFCP): an LZ77 with a dictionary of 4096 bytes that begins with words every RTF has. */

import { byteText } from '../header-fields.ts';

const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const SIZE = 4096;
const COMPRESSED = 0x75465a4c;
const PLAIN = 0x414c454d;
const HEADER = 16;
/** A text that is longer is none that people wrote; each byte can become nine. */
const LONGEST = 4_000_000;
/** Of all texts in a mail. */
const MOST_CHARACTERS = 8_000_000;

/** What may still be unpacked of one mail. */
export type Room = { left: number };

export function roomForRtf(): Room {
  return { left: MOST_CHARACTERS };
}

/** The RTF, one character a byte, and less room; null if the bytes are none. */
export function decompressRtf(bytes: Uint8Array, room: Room): string | null {
  const rtf = decompressed(bytes, Math.min(LONGEST, room.left));
  room.left -= rtf?.length ?? 0;
  return rtf;
}

function decompressed(bytes: Uint8Array, longest: number): string | null {
  if (bytes.length < HEADER) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const kind = view.getUint32(8, true);
  if (kind === PLAIN) return byteText(bytes.subarray(HEADER, HEADER + longest));
  return kind === COMPRESSED ? byteText(decompress(bytes.subarray(HEADER), Math.min(view.getUint32(4, true), longest))) : null;
}

function decompress(coded: Uint8Array, size: number): Uint8Array {
  const dictionary = new Uint8Array(SIZE);
  for (let at = 0; at < DICTIONARY.length; at++) dictionary[at] = DICTIONARY.charCodeAt(at);
  const out = new Uint8Array(size);
  let write = DICTIONARY.length;
  let length = 0;
  const put = (byte: number) => {
    out[length++] = byte;
    dictionary[write] = byte;
    write = (write + 1) % SIZE;
  };

  // A byte of eight flags, then for each a byte as it is, or a place in the dictionary (12 bits) and a length (4 bits).
  for (let at = 0; at < coded.length && length < size; ) {
    const flags = coded[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < coded.length && length < size; bit++) {
      if ((flags & (1 << bit)) === 0) {
        put(coded[at++] ?? 0);
        continue;
      }
      const reference = ((coded[at] ?? 0) << 8) | (coded[at + 1] ?? 0);
      at += 2;
      const from = reference >> 4;
      if (from === write) return out.subarray(0, length);
      for (let copied = 0; copied < (reference & 15) + 2 && length < size; copied++) put(dictionary[(from + copied) % SIZE] ?? 0);
    }
  }
  return out.subarray(0, length);
}

