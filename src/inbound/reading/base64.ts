/** Base64 (RFC 2045 §6.8) straight from the mail's bytes to a file's. */

/** What each byte stands for; 64: padding, 65: nothing. */
const PADDING = 64;
const NOTHING = 65;
const VALUES = new Uint8Array(256).fill(NOTHING);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='].forEach((character, value) => (VALUES[character.charCodeAt(0)] = value));

/**
 * The bytes that `coded` stands for. Padding ends one text, and another may follow: some programs pad every line. Whatever is not
 * base64 is passed over. Linear, and nothing is held but the result.
 */
export function base64Bytes(coded: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(coded.length / 4) * 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < coded.length; at++) {
    const value = VALUES[coded[at] ?? 0] ?? NOTHING;
    if (value === NOTHING) continue;
    if (value === PADDING) {
      held = 0;
      continue;
    }
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = bits >> held;
  }
  return bytes.subarray(0, length);
}
