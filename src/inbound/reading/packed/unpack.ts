/** Mails and files packed into one part (M06, M13). */

import type { Part } from '../part.ts';
import type { Room } from './compressed-rtf.ts';
import { signedContent } from './signed-data.ts';
import { unpackTnef } from './tnef.ts';

const SIGNED = new Set(['application/pkcs7-mime', 'application/x-pkcs7-mime']);

/** The mail inside of an opaque signature, or null. Its bytes are a part again, with a header of its own. */
export function signedMail(part: Pick<Part, 'type' | 'bytes'>): Uint8Array<ArrayBuffer> | null {
  return SIGNED.has(part.type) ? signedContent(part.bytes) : null;
}

/** The text and the files of a `winmail.dat`, or null for any other part. The text is usually in the mail itself too. */
export function outlookParts(part: Pick<Part, 'type' | 'bytes' | 'fileName'>, room: Room): Part[] | null {
  const isTnef = /^application\/(?:vnd\.)?ms-tnef$/.test(part.type) || /^winmail\.dat$/i.test(part.fileName ?? '');
  const unpacked = isTnef ? unpackTnef(part.bytes, room) : null;
  if (unpacked === null) return null;
  const { text, html, files } = unpacked;
  const said = html === null ? textPart('text/plain', text) : textPart('text/html', html);
  return [...said, ...files.map(({ name, ...file }) => newPart({ ...file, fileName: name, disposition: 'attachment' }))];
}

function textPart(type: string, text: string | null): Part[] {
  if (text === null || text.trim() === '') return [];
  return [newPart({ type, params: new Map([['charset', 'utf-8']]), bytes: new TextEncoder().encode(text), spare: true })];
}

/** A part that no mail program wrote. */
export function newPart(known: Partial<Part> & Pick<Part, 'type' | 'bytes'>): Part {
  return { params: new Map(), disposition: '', fileName: null, contentId: null, contentLocation: null, parts: [], typed: true, spare: false, ...known };
}
