/** Reads mails many times over, by the inbound path or by postal-mime alone. Whoever asks holds the watch: here time stands still. */

import PostalMime from 'postal-mime';
import { parseMail } from '../../src/inbound/parse.ts';

let mails: Uint8Array<ArrayBuffer>[] = [];

export default {
  async fetch(request) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const asked = new TextDecoder().decode(bytes.subarray(0, 6));
    if (asked === 'ours  ') for (const mail of mails) await parseMail(mail);
    else if (asked === 'theirs') for (const mail of mails) await PostalMime.parse(mail);
    else mails = split(bytes);
    return new Response(String(mails.length));
  },
} satisfies ExportedHandler;

/** Each mail stands behind its length, four bytes. */
function split(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4 + view.getUint32(at)) found.push(bytes.slice(at + 4, at + 4 + view.getUint32(at)));
  return found;
}
