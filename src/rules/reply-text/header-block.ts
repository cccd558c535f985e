/** *From: … Sent: … To: … Subject: …* — how Outlook and others introduce the mail below. */

import { headerNames, type HeaderKind } from './header-names.ts';

/** A block has at most so many lines; between two headers stand at most so many continued or blank ones. */
const MOST_LINES = 24;
const MOST_BETWEEN = 4;
const LONGEST_NAME = 40;

/**
 * How many of the `lines` from `at` are a block of mail headers. 0 if there is none.
 *
 * It names a sender and two other things of date, addressee and subject, one a line or all in one. Bold marks and blanks around the names do not
 * count. In a language that is not listed: four lines of *name: value* or more, the first with an address, the second with day and time.
 */
export function headerBlockAt(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  const name = nameOf(first);
  if (name === null) return 0;
  if (headerNames.has(name)) return listedBlock(lines, at) || (isWholeBlock(first) ? 1 : 0);
  return unlistedBlock(lines, at);
}

function listedBlock(lines: readonly string[], at: number): number {
  const found = new Set<HeaderKind>();
  let last = at;
  for (let n = at; n < Math.min(lines.length, at + MOST_LINES) && n - last <= MOST_BETWEEN; n += 1) {
    const kind = headerOf(lines[n] ?? '');
    if (kind === null) continue;
    if (kind === 'from' && found.has(kind)) break;
    found.add(kind);
    last = n;
  }
  return isBlock(found) && !isJourney([...found], lines.slice(at, last + 1)) ? last - at + 1 : 0;
}

/** *From: Berlin, To: Dortmund, Date: …* */
function isJourney([first, second, , ...more]: HeaderKind[], lines: string[]): boolean {
  return first === 'from' && second === 'to' && more.length === 0 && !lines.some((line) => /[^\s<>@]@[^\s<>@]|\d[:h]\d{2}/.test(line));
}

function isBlock(found: Set<HeaderKind>): boolean {
  const others = [found.has('date'), found.has('to'), found.has('subject')].filter((has) => has).length;
  return found.has('from') && others >= 2;
}

/** Whether at least three lines from `at` are *name: value*, whatever the language. */
export function looksLikeHeaders(lines: readonly string[], at: number): boolean {
  return isHeaderLike(lines[at] ?? '') && isHeaderLike(lines[at + 1] ?? '') && isHeaderLike(lines[at + 2] ?? '');
}

/** All headers on one line, as where HTML lost its line breaks. */
function isWholeBlock(line: string): boolean {
  const found = new Set<HeaderKind>();
  for (const [, name = ''] of line.matchAll(/(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]{0,24}(?: \p{L}[\p{L}\p{M}]{0,24})?)[\s*]{0,3}:/gu)) {
    const kind = headerNames.get(name.toLowerCase()) ?? headerNames.get(name.toLowerCase().replace(/^.* /, ''));
    if (kind !== undefined) found.add(kind);
  }
  return isBlock(found);
}

function unlistedBlock(lines: readonly string[], at: number): number {
  if (!/[^\s<>@]@[^\s<>@]/.test(lines[at] ?? '')) return 0;
  const second = lines[at + 1] ?? '';
  if (!/\d[:.h]\d{2}/.test(second) || !/(19|20|25)\d{2}/.test(second)) return 0;
  let end = at;
  while (end < at + MOST_LINES && isHeaderLike(lines[end] ?? '')) end += 1;
  return end - at >= 4 ? end - at : 0;
}

function isHeaderLike(line: string): boolean {
  const name = nameOf(line);
  return name !== null && name.length <= 24 && /^[\p{L}\p{M}' ./-]+$/u.test(name);
}

/** Which header a line is, or null. */
export function headerOf(line: string): HeaderKind | null {
  const name = nameOf(line);
  return name === null ? null : (headerNames.get(name) ?? null);
}

/** What stands before the colon, in lower case, without bold marks; null if nothing does. */
function nameOf(line: string): string | null {
  const start = line.slice(0, LONGEST_NAME + 20).replace(/^[\s*_|>]+/, '');
  const end = start.indexOf(':');
  if (end <= 0 || end > LONGEST_NAME) return null;
  return start.slice(0, end).replace(/[\s*_]+$/, '').replace(/\s+/g, ' ').toLowerCase();
}
