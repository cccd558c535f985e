/** *From: … Sent: … To: … Subject: …* — how Outlook and others introduce the mail below. */

import { headerNames, type HeaderKind } from './quote-words.ts';

/** A block has at most so many lines; between two headers stand at most so many continued or blank ones. */
const MOST_LINES = 24;
const MOST_BETWEEN = 4;
const LONGEST_NAME = 40;

/**
 * How many of the `lines` from `at` are a block of mail headers: it names a sender and two other things of date, addressee and
 * subject. 0 if there is none. Bold marks and blanks before the names do not count.
 */
export function headerBlockAt(lines: readonly string[], at: number): number {
  if (headerOf(lines[at] ?? '') === null) return 0;
  const found = new Set<HeaderKind>();
  let last = at;
  for (let n = at; n < Math.min(lines.length, at + MOST_LINES) && n - last <= MOST_BETWEEN; n += 1) {
    const kind = headerOf(lines[n] ?? '');
    if (kind === null) continue;
    if (found.has(kind) && kind === 'from') break;
    found.add(kind);
    last = n;
  }
  return isBlock(found) ? last - at + 1 : 0;
}

function isBlock(found: Set<HeaderKind>): boolean {
  const others = ['date', 'to', 'subject'].filter((kind) => [...found].some((one) => one === kind)).length;
  return found.has('from') && others >= 2;
}

/** Which header a line is, or null. */
export function headerOf(line: string): HeaderKind | null {
  const start = line.slice(0, LONGEST_NAME + 20).replace(/^[\s*_|>\u00a0\u200e\u200f]+/, '');
  const end = start.search(/[:：﹕]/);
  if (end <= 0 || end > LONGEST_NAME) return null;
  const name = start.slice(0, end).replace(/[\s*_\u00a0]+$/, '').replace(/\s+/g, ' ').toLowerCase();
  return headerNames.get(name) ?? null;
}
