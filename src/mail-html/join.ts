/** Several HTML parts of one mail as one. */

import { parse, serialize } from 'parse5';
import { BOUNDS } from './tree.ts';

/**
 * The parts one below the other. Each is parsed and written anew first, so that an attribute or comment that one leaves open cannot
 * swallow the next (SH12). Past the bounds only the first is shown; the files and the raw source have the rest.
 */
export function joinedHtml(parts: readonly string[]): string {
  const [first = '', ...more] = parts;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return more.length === 0 || length > BOUNDS.characters ? first : parts.map((part) => serialize(parse(part))).join('\n<hr>\n');
}

/** Plain text as HTML that shows it as it is. */
export function htmlOfText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div style="white-space: pre-wrap">${escaped}</div>`;
}
