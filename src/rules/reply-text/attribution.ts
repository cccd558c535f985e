/** *On 4 May, Anna wrote:* — the line that introduces a quote. */

import { onWords, wroteSigns, wroteWords } from './quote-words.ts';

/** Such a line runs over at most so many lines, each no longer than this; anything longer is somebody's text. */
const MOST_LINES = 4;
const LONGEST_LINE = 320;

/** `dated`: it says when or names an address, so that no quote marks are needed below to believe it. */
export type Attribution = { first: number; last: number; dated: boolean };

/**
 * The attribution that begins at line `at`, or null. `lines` are without line ends and quote marks. It ends with a colon, has a verb of writing, and
 * begins like one (*On*, a weekday, a date, a name) at `at`.
 */
export function attributionAt(lines: readonly string[], at: number): Attribution | null {
  let said = '';
  for (let last = at; last < Math.min(lines.length, at + MOST_LINES); last += 1) {
    const line = (lines[last] ?? '').trim();
    if (line.length > LONGEST_LINE || line === '') return null;
    said = said === '' ? line : `${said} ${line}`;
    if (ends(line)) return judge(said, at, last);
    if (last === at && !begins(line)) return null;
  }
  return null;
}

function judge(said: string, first: number, last: number): Attribution | null {
  const plain = said.toLowerCase().replace(/[*_]/g, '');
  if (!hasVerb(plain)) return null;
  const dated = hasDate(plain) || (/@[\w.-]/.test(plain) && plain.length < 200);
  return first === last || dated ? { first, last, dated } : null;
}

function ends(line: string): boolean {
  return /[:：﹕]\s*[*_]*$/.test(line) || /(wrote|schrieb|a écrit|作成|写道|寫道|작성)\s*$/i.test(line) || /^-{3,}.*[:：]\s*-{3,}$/.test(line);
}

/** A first line of several: only then the next lines are looked at. */
function begins(line: string): boolean {
  const said = line.toLowerCase().replace(/^[*_\s-]+/, '');
  return hasDate(said) || onWords.some((word) => said.startsWith(`${word} `)) || /<[^<>\s]*@?[^<>\s]*>?$/.test(said);
}

/** A clock time, a year, or day and month as numbers. */
function hasDate(said: string): boolean {
  return /\d{1,2}[:.h：]\d{2}/.test(said) || /(^|\D)(19|20)\d{2}(\D|$)/.test(said) || /\d{1,2}[./-]\d{1,2}/.test(said) || /\d\s?(年|월|月|時|uhr)/.test(said);
}

function hasVerb(said: string): boolean {
  return wroteSigns.some((sign) => said.includes(sign)) || (said.match(/[\p{L}\p{M}]+/gu) ?? []).some((word) => wroteWords.has(word));
}
