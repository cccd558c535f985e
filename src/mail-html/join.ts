/** Several HTML parts of one mail as one. */

import { serialize } from 'parse5';
import { BOUNDS, parseMailDocument, TooComplex } from './tree.ts';

/**
 * The parts one below the other. Each is parsed and written anew first, so that an attribute or comment that one leaves open cannot
 * swallow the next (SH12). Past the bounds only the first is shown; the files and the raw source have the rest.
 */
export function joinedHtml(parts: readonly string[]): string {
  const [first = '', ...more] = parts;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (more.length === 0 || length > BOUNDS.characters) return first;
  try {
    return parts.map((part) => serialize(parseMailDocument(part))).join('\n<hr>\n');
  } catch (fault) {
    if (fault instanceof TooComplex) return first;
    throw fault;
  }
}

/** Plain text as HTML that shows it as it is. */
export function htmlOfText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div style="white-space: pre-wrap">${escaped}</div>`;
}
