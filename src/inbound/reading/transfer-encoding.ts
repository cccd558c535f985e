/** The bytes of a part's body (RFC 2045 §6). */

import { base64Bytes } from './base64.ts';
import { joinedBytes } from './bytes.ts';
import { byteText } from './header-fields.ts';
import { withoutUuencoded } from './packed/uuencoded.ts';
import { quotedPrintable } from './quoted-printable.ts';

const UUENCODE = new Set(['x-uuencode', 'uuencode', 'x-uue', 'uue']);

/** The body as it was before it was encoded to be sent. An encoding that nobody knows is none. */
export function decodedBody(body: Uint8Array, encoding: string, type: string): Uint8Array {
  if (encoding === 'base64') return type.startsWith('text/') ? withFooter(body) : base64Bytes(body);
  if (encoding === 'quoted-printable') return quotedPrintable(body);
  return UUENCODE.has(encoding) ? (withoutUuencoded(byteText(body)).files[0]?.bytes ?? body) : body;
}

/** Mailing lists write their footer below a text without looking whether it is encoded. */
function withFooter(body: Uint8Array): Uint8Array {
  const end = footerStart(body);
  return end < 0 ? base64Bytes(body) : joinedBytes([base64Bytes(body.subarray(0, end)), '\n', body.subarray(end)]);
}

/** Where the first line begins, below lines of base64, that has blanks between its words or is a rule; or -1. */
function footerStart(body: Uint8Array): number {
  let coded = false;
  for (let at = 0; at < body.length; ) {
    const lf = body.indexOf(0x0a, at);
    const end = lf < 0 ? body.length : lf + 1;
    const line = byteText(body.subarray(at, Math.min(end, at + 200))).trim();
    if (coded && (/[A-Za-z] [A-Za-z]/.test(line) || /^[-_*]{2,}$/.test(line))) return at;
    coded ||= /^[A-Za-z0-9+/=]{2,}$/.test(line);
    at = end;
  }
  return -1;
}
