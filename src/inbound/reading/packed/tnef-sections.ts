/** `id`: the attribute without its type. */
export type Section = { id: number; bytes: Uint8Array };

const SIGNATURE = 0x223e9f78;
const HEADER = 6;
const MOST_SECTIONS = 2000;

/** A TNEF stream cut into its attributes (MS-OXTNEF 2.1.3); null if it is none. Checksums are not looked at: a broken file is better than none. */
export function sections(stream: Uint8Array): Section[] | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  if (stream.length < HEADER || view.getUint32(0, true) !== SIGNATURE) return null;
  const found: Section[] = [];
  // Each: level (1), id and type (4), length (4), bytes, checksum (2).
  for (let at = HEADER; at + 9 <= stream.length && found.length < MOST_SECTIONS; ) {
    const length = view.getUint32(at + 5, true);
    found.push({ id: view.getUint32(at + 1, true) & 0xffff, bytes: stream.subarray(at + 9, at + 9 + length) });
    at += 9 + length + 2;
  }
  return found;
}
