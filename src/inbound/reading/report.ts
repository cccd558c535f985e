/** The parts of a mail that machines write for machines. */

import { cleanLine } from '../../rules/clean.ts';
import type { Header, Report } from '../../rules/mail.ts';
import { decodeHeader } from './encoded-words.ts';
import { headerFields } from './header-fields.ts';
import type { Part } from './part.ts';

/** A report about more addresses than this is nobody's answer to a letter: each of ours goes to one. */
const MOST_GROUPS = 100;
/** Server answers are lines; what is longer is cut. */
const LONGEST_VALUE = 2000;

const STATUS = new Set(['message/delivery-status', 'message/global-delivery-status']);
const RETURNED = new Set(['message/rfc822', 'message/global', 'text/rfc822-headers', 'text/rfc822-header', 'message/rfc822-headers', 'message/global-headers']);

/**
 * What the report parts of the mail say; null if it has none. A mail that is only attached to a person's mail is a `returned` one too: what it
 * means is for the rules to say. Linear.
 */
export function readReport(root: Part): Report | null {
  const parts = allParts(root);
  const status = parts.filter((part) => STATUS.has(part.type)).flatMap((part) => groups(part.bytes)).slice(0, MOST_GROUPS);
  const feedback = parts.filter((part) => part.type === 'message/feedback-report').flatMap((part) => groups(part.bytes)).flat();
  const returned = parts.find((part) => RETURNED.has(part.type));
  if (status.length === 0 && feedback.length === 0 && returned === undefined) return null;
  return { status, feedback, returned: returned === undefined ? [] : fields(returned.bytes) };
}

function allParts(part: Part): Part[] {
  return [part, ...part.parts.flatMap(allParts)];
}

/** Blank lines stand between groups, and often before the first. */
function groups(bytes: Uint8Array): Header[][] {
  const found: Header[][] = [];
  let rest = bytes;
  while (rest.length > 0 && found.length < MOST_GROUPS) {
    const block = headerFields(rest);
    if (block.fields.length > 0) found.push(block.fields.map(decoded));
    if (block.end === 0 || block.cut) break;
    rest = rest.subarray(block.end);
  }
  return found;
}

/** Of a returned mail. Some put a blank line, or a line of an mbox, before its header. */
function fields(bytes: Uint8Array): Header[] {
  return (groups(bytes)[0] ?? []).filter((field) => field.name !== '');
}

function decoded({ name, value }: { name: string; value: string }): Header {
  return { name, value: cleanLine(decodeHeader(value, null), LONGEST_VALUE) };
}
