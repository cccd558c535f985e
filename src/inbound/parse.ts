/** Reads a mail into plain data. */

import type { Mail } from '../rules/mail.ts';
import { readBody } from './reading/body.ts';
import type { HeaderBlock } from './reading/header-fields.ts';
import { invitationIn } from './reading/invitation.ts';
import { MOST_PARTS } from './reading/limits.ts';
import { readHeader } from './reading/mail-header.ts';
import { mendedMail } from './reading/mend.ts';
import { charsetIn, countParts, partsOf } from './reading/part.ts';
import { readReport } from './reading/report.ts';

/**
 * The mail. One that is past the limits (M10, SP01-SP05), or that the parser refuses, is read from its headers only: `displayed` is false.
 * Time and memory are linear in its size. Throws only where we are wrong ourselves.
 */
export async function parseMail(raw: Uint8Array<ArrayBuffer>): Promise<Mail> {
  const { mail, header } = mendedMail(raw);
  const root = header.cut ? null : await partsOf(mail, header);
  if (root === null || countParts(root) > MOST_PARTS) return headersOnly(header);
  return { ...readHeader(header.fields, charsetIn(root)), ...readBody(root), report: readReport(root), invitation: invitationIn(root), displayed: true };
}

/** Without its body. Never throws. */
export function parseHeadersOnly(raw: Uint8Array<ArrayBuffer>): Mail {
  return headersOnly(mendedMail(raw).header);
}

function headersOnly({ fields }: HeaderBlock): Mail {
  return { ...readHeader(fields, null), text: '', html: null, files: [], report: null, invitation: null, displayed: false };
}
