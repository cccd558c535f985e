/** *On 4 May, Anna wrote:* — the line that introduces a quote. */

import { onWords, ownWords, speakers, wroteSigns, wroteWords } from './attribution-words.ts';

/** Such a line runs over at most so many lines, each no longer than this; anything longer is somebody's text. */
const MOST_LINES = 4;
const LONGEST_LINE = 320;
const LONGEST = 500;

/**
 * `last`: its last line. `certain`: it says who and when as only programs do, so that no quote marks are needed below to believe
 * it; otherwise it is one only above a quote.
 */
export type Attribution = { last: number; certain: boolean };

/**
 * The attribution that begins at line `at`, or null. `lines` are readable and without quote marks.
 *
 * In any language a line is one that names a day and a time and ends with an address and a colon. With a verb of writing (20 languages
 * and more) a date or an address is enough, and above a quote one of the three.
 */
export function attributionAt(lines: readonly string[], at: number): Attribution | null {
  let said = '';
  for (let last = at; last < Math.min(lines.length, at + MOST_LINES); last += 1) {
    const line = withoutQuoted((lines[last] ?? '').trim());
    if (line === '' || line.length > LONGEST_LINE) return null;
    said = said === '' ? line : `${said} ${line}`;
    if (ends(line) || endsAtAddress(line, lines[last + 1])) return beginsLater(lines, at, last) ? null : judge(said, last, at);
    if (last === at && !begins(line)) return null;
  }
  return null;
}

function judge(said: string, last: number, first: number): Attribution | null {
  const plain = said.toLowerCase().replace(/[*_|]/g, '');
  if (plain.length > LONGEST) return null;
  const oneLine = first === last;
  const [verb, date, address] = [hasVerb(plain), hasDate(plain), hasAddress(plain)];
  const told = verb && (isComplete(plain) ? date || address || isBetweenDashes(plain) : date && address);
  const certain = told ? !isSomebodysSentence(plain, oneLine) : isStamp(plain);
  return certain || (oneLine && (verb || date || address)) ? { last, certain } : null;
}

/** With a colon, with a verb that stands last, or between dashes as Zoho and Notes do: `---- On … Anna wrote ----`. */
function ends(line: string): boolean {
  return isComplete(line) || (/[\p{L}\p{M}]$/u.test(line) && hasVerb(line.toLowerCase().slice(-LONGEST_WORD)));
}

const LONGEST_WORD = 14;

function isComplete(line: string): boolean {
  return /:\s*[*_]{0,3}$/.test(line) || isBetweenDashes(line);
}

/** Not by one pattern: it would try every way to share a long rule among its parts. */
function isBetweenDashes(line: string): boolean {
  return line.startsWith('--') && line.endsWith('--') && line.slice(2, -2).trim() !== '';
}

/** Old Gmail: `2011/4/7 Anna <anna@kunde.example>`, and the quote. */
function endsAtAddress(line: string, next: string | undefined): boolean {
  return /<[^\s<>@]+@[^\s<>@]+>$/.test(line) && /^\s*(>|$)/.test(next ?? '');
}

/** Some programs put the first quoted line on the same: `On … Anna wrote:> Hello`. */
function withoutQuoted(line: string): string {
  return /^(.{10,300}?:)\s?>\s?[^\s<>]/.exec(line)?.[1] ?? line;
}

/** A first line of several: only then the next lines are looked at. */
function begins(line: string): boolean {
  const said = line.toLowerCase().replace(/^[*_\s-]+/, '');
  return hasDate(said) || onWords.some((word) => said.startsWith(`${word} `)) || /<[^<>\s]*>?$/.test(said);
}

/** Somebody's last words above an attribution may begin like one: *Il est en panne*. */
function beginsLater(lines: readonly string[], at: number, last: number): boolean {
  return last > at && !/[\d<]/.test(lines[at] ?? '') && attributionAt(lines, at + 1)?.last === last;
}

/** A clock time, a year, or day and month as numbers. */
function hasDate(said: string): boolean {
  return /\d{1,2}[:.h]\d{2}/.test(said) || /(^|\D)(19|20|25)\d{2}(\D|$)/.test(said) || /\d{1,2}[./-]\d{1,2}/.test(said) || /\d\s?(年|월|月|時|uhr)/.test(said);
}

/** Without a verb: `30.04.2025, 15:19, "Anna" <anna@kunde.example>:`. */
function isStamp(said: string): boolean {
  return /\d[:.h]\d{2}(\D|$)/.test(said) && hasDate(said.replace(/\d{1,2}[:.h]\d{2}/, '')) && /[^\s<>@]@[^\s<>@]+[\s>)\]]{0,3}:$/.test(said);
}

/** Whether a line has a verb and a date and lost its colon: believed only above something that introduces a mail anyhow. */
export function resemblesAttribution(line: string): boolean {
  const said = line.toLowerCase();
  return line.length < 200 && hasVerb(said) && hasDate(said);
}

function hasAddress(said: string): boolean {
  return /[^\s<>@]@[^\s<>@]/.test(said);
}

function hasVerb(said: string): boolean {
  return wroteSigns.some((sign) => said.includes(sign)) || wordsOf(said).some((word) => wroteWords.has(word));
}

/** With a day and an address in brackets it sounds like a program, unless somebody speaks of themselves. */
function isSomebodysSentence(said: string, oneLine: boolean): boolean {
  const named = hasDate(said) && /[<(]\S*@/.test(said);
  const goesOn = !oneLine && /\p{L}: /u.test(said);
  return goesOn || wordsOf(said).some((word) => speakers.has(word) || (!named && ownWords.has(word)));
}

function wordsOf(said: string): string[] {
  return said.match(/[\p{L}\p{M}]+/gu) ?? [];
}
