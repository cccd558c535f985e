/** What introduces another mail within a text, and what that means for the lines below. */

import { attributionAt } from './attribution.ts';
import { headerBlockAt, looksLikeHeaders } from './header-block.ts';
import { isOutlookRule, separatorOf } from './separator.ts';

/**
 * `end`: the line after the introduction. `below`: the old mail is everything below it (`rest`), only the quote that follows it (`quote`), or
 * the mail below is forwarded and new here (`forwarded`).
 */
export type Introduction = { end: number; below: 'rest' | 'quote' | 'forwarded' };

/** The introduction that begins at line `at`, or null. `isQuote` tells whether a line has a quote mark. */
export function introductionAt(lines: readonly string[], at: number, isQuote: (at: number) => boolean): Introduction | null {
  const separator = separatorOf(lines[at] ?? '');
  if (separator === 'forwarded') return { end: at + 1, below: 'forwarded' };
  const followed = (end: number): boolean => isQuote(nextWritten(lines, end));

  const headers = headerBlockAt(lines, separator === null ? at : nextWritten(lines, at + 1));
  if (separator === 'answered' || headers > 0) {
    const end = separator === null ? at + headers : headers > 0 ? nextWritten(lines, at + 1) + headers : at + 1;
    return { end, below: followed(end) ? 'quote' : 'rest' };
  }
  if (isOutlookBlock(lines, at) || isTitledBlock(lines, at)) return { end: at + 1, below: 'rest' };
  const attribution = attributionAt(lines, at);
  if (attribution === null) return null;
  const end = attribution.last + 1;
  return followed(end) ? { end, below: 'quote' } : attribution.certain ? { end, below: 'rest' } : null;
}

/** Outlook's rule, and below it three lines of *name: value* at once, the first with an address: the block in any language. */
function isOutlookBlock(lines: readonly string[], at: number): boolean {
  if (!isOutlookRule(lines[at] ?? '')) return false;
  const start = nextWritten(lines, at + 1);
  const [first = '', ...more] = lines.slice(start, start + 3);
  return /^[^:]{1,30}:.*[^\s<>@]@[^\s<>@]/.test(first) && more.length === 2 && more.every((line) => /^[^:\d]{1,30}:\s*\S/.test(line));
}

/** `-------- Neges Wreiddiol --------` and headers at once: an old mail in a language of no list. */
function isTitledBlock(lines: readonly string[], at: number): boolean {
  return /^\s*-{5,40} [\p{L}\p{M}' -]{3,60} -{5,40}\s*$/u.test(lines[at] ?? '') && looksLikeHeaders(lines, at + 1);
}

/** The first line from `from` that is not blank. */
export function nextWritten(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  return at;
}
