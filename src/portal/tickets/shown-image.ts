/** Which files a browser may show on our pages: pictures that cannot hold code (SW10). */

/** The media type that the first bytes prove, or null. Names and declared types prove nothing. */
export function shownImageType(bytes: Uint8Array): string | null {
  const found = signatures.find(({ at, is }) => is.every((byte, index) => bytes[at + index] === byte));
  if (found === undefined) return null;
  return found.type !== 'image/webp' || startsWith(bytes, RIFF) ? found.type : null;
}

/** How many bytes `shownImageType` looks at. */
export const SIGNATURE_BYTES = 12;

/** Types that a page shows in place; whether the bytes are that is checked when they are fetched. */
export function looksLikeImage(type: string): boolean {
  return signatures.some((signature) => signature.type === type) || type === 'image/jpg';
}

const RIFF = [0x52, 0x49, 0x46, 0x46];
const signatures = [
  { type: 'image/png', at: 0, is: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, is: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, is: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', at: 8, is: [0x57, 0x45, 0x42, 0x50] },
];

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
