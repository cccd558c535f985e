/** Reads a mail into plain data. The only file that knows postal-mime. */

import PostalMime from 'postal-mime';
import type { Mail } from '../rules/mail.ts';
import { readBody } from './reading/body.ts';
import { headerFields } from './reading/header-fields.ts';
import { invitationIn } from './reading/invitation.ts';
import { DEEPEST_NESTING, isTooFragmented, MOST_HEADER_BYTES, MOST_PARTS } from './reading/limits.ts';
import { readHeader } from './reading/mail-header.ts';
import { countParts, toPart, type Part } from './reading/part.ts';
import { readReport } from './reading/report.ts';

/**
 * The mail. One that is past the limits (M10, SP01-SP05), or that the parser refuses, is read from its headers only: `displayed` is false.
 * Time and memory are linear in its size. Throws only where we are wrong ourselves.
 */
export async function parseMail(raw: Uint8Array<ArrayBuffer>): Promise<Mail> {
  const header = headerFields(raw);
  if (header.cut || isTooFragmented(raw)) return parseHeadersOnly(raw);
  const root = await treeOf(raw);
  if (root === null || countParts(root) > MOST_PARTS) return parseHeadersOnly(raw);
  return { ...readHeader(header.fields, charsetOf(root)), ...readBody(root), report: readReport(root), invitation: invitationIn(root), displayed: true };
}

/** Without its body. Never throws. */
export function parseHeadersOnly(raw: Uint8Array): Mail {
  return { ...readHeader(headerFields(raw).fields, null), text: '', html: null, files: [], report: null, invitation: null, displayed: false };
}

/** Null for a mail that the parser refuses. */
async function treeOf(raw: Uint8Array<ArrayBuffer>): Promise<Part | null> {
  const parser = new PostalMime({ forceRfc822Attachments: true, maxNestingDepth: DEEPEST_NESTING, maxHeadersSize: MOST_HEADER_BYTES });
  try {
    await parser.parse(raw);
  } catch (fault) {
    console.warn('postal-mime refuses a mail', { fault });
    return null;
  }
  return toPart(Reflect.get(parser, 'root'));
}

/** The charset of the first text that names one: raw 8-bit headers are usually in the same. */
function charsetOf(part: Part): string | null {
  const own = part.type.startsWith('text/') ? part.params.get('charset') : undefined;
  if (own !== undefined && own !== '') return own;
  for (const child of part.parts) {
    const found = charsetOf(child);
    if (found !== null) return found;
  }
  return null;
}
