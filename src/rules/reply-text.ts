/** The answer in a mail, apart from the old mails and the signature below it (M08). */

import { resemblesAttribution } from './reply-text/attribution.ts';
import { introductionAt, nextWritten } from './reply-text/introduction.ts';
import { linesOf, MOST_LINES, readable } from './reply-text/lines.ts';
import { isBareSeparator, isRule } from './reply-text/separator.ts';
import { signatureEnd } from './reply-text/signature.ts';

/** A stretch of a mail's text. `kind` says why it is folded: `answer` is the only kind that is always shown. */
export type ReplyPart = { shown: boolean; text: string; kind: ReplyKind };
export type ReplyKind = 'answer' | 'quote' | 'signature';

/**
 * A text in its parts, in order; joined they are exactly the text.
 *
 * Shown: what was written now, and quotes between answers. Folded: quotes above and below the answer with the line that
 * introduces them, everything below *Original Message* or a block of mail headers, and signatures. Forwarded mails are new here
 * and stay in sight, also those that only `forwarded` tells (the mail's subject says so) and those with nothing written above them. If nothing
 * would be shown, everything is. Linear in the text's length.
 */
export function foldReply(text: string, forwarded = false): ReplyPart[] {
  const { lines, rest } = linesOf(text);
  const kinds = kindsOf(lines, forwarded);
  return join(lines, kinds, rest);
}

/** The kind of each line. Blank lines go with what stands above them, and so does what stands beyond the lines that are read (SP11). */
export function kindsOf(lines: readonly string[], forwarded = false): ReplyKind[] {
  const marks = classify(lines.slice(0, MOST_LINES).map(readable), forwarded);
  const shown = marks.includes('answer');
  let above: ReplyKind = 'answer';
  return lines.map((_, at) => {
    const mark = marks[at] ?? 'blank';
    if (shown && mark !== 'blank') above = mark;
    return above;
  });
}

type Mark = ReplyKind | 'blank';

function classify(lines: readonly string[], forwarded: boolean): Mark[] {
  const marks = lines.map((line): Mark => (line.trim() === '' ? 'blank' : isQuoted(line) ? 'quote' : 'answer'));
  joinBrokenQuotes(lines, marks);
  const end = markOldMails(lines, marks, forwarded);
  markSignatures(lines, marks, end);
  showQuotesBetweenAnswers(lines, marks);
  return marks;
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}>/.test(line) && !isGroupWise(line);
}

/** `>>> Anna 04.05.2021 10:00 >>>`: GroupWise's separator, without marks below. */
function isGroupWise(line: string): boolean {
  return /^>>> .*\d.*(>>>|:)\s*$/.test(line);
}

/** A quoted line that was too long was broken in two, and its second half has no mark. */
function joinBrokenQuotes(lines: readonly string[], marks: Mark[]): void {
  for (let at = 1; at < lines.length - 1; at += 1) {
    if (marks[at] !== 'answer' || marks[at - 1] !== 'quote' || marks[at + 1] !== 'quote') continue;
    const [above = '', line = ''] = [lines[at - 1], lines[at]];
    if (isRest(line, above) || isTooLong(line)) marks[at] = 'quote';
  }
}

/** No program breaks lines that are shorter than this. */
const NARROWEST = 70;

/** Its first word did not fit into the line above, and it goes on with what that says. A question is not broken off: there somebody answers. */
function isRest(line: string, above: string): boolean {
  const firstWord = /^\S*/.exec(line)?.[0] ?? '';
  const goesOn = !/[.!?:]\s*$/.test(above) || (/[.!]\s*$/.test(above) && /^\p{Ll}/u.test(line));
  return above.length + 1 + firstWord.length >= NARROWEST && line.length < above.length && goesOn;
}

/** A rule or an address that did not fit beside its mark. */
function isTooLong(line: string): boolean {
  return isRule(line) || (line.length >= NARROWEST - 4 && !line.trim().includes(' '));
}

/** Marks introductions and what is below them as quote. Returns the line at which a forwarded mail begins, or the end. */
function markOldMails(lines: readonly string[], marks: Mark[], forwarded: boolean): number {
  const isQuote = (at: number): boolean => marks[at] === 'quote';
  let answered = false;
  for (let at = 0; at < lines.length; at += 1) {
    if (marks[at] !== 'answer') continue;
    const found = isGroupWise(lines[at] ?? '') ? { end: at + 1, below: 'rest' as const } : introductionAt(lines, at, isQuote);
    if (found === null) answered = true;
    else if (found.below === 'quote') {
      mark(marks, at, found.end, 'quote');
      at = found.end - 1;
    } else if (found.below === 'rest' && answered && !forwarded) {
      mark(marks, startOf(lines, marks, at), marks.length, 'quote');
      return marks.length;
    } else {
      mark(marks, at, marks.length, 'answer');
      return at;
    }
  }
  return marks.length;
}

/** The rule, the bare words or the attribution above an introduction belong to it. */
function startOf(lines: readonly string[], marks: readonly Mark[], at: number): number {
  let start = at;
  for (let above = at - 1; above > 0 && marks[above] !== 'quote' && at - above < 4; above -= 1) {
    if (marks[above] === 'blank') continue;
    const line = lines[above] ?? '';
    if (!isRule(line) && !isBareSeparator(line) && !resemblesAttribution(line)) break;
    start = above;
  }
  return start;
}

function markSignatures(lines: readonly string[], marks: Mark[], forwardedFrom: number): void {
  const ends = quotesBelow(marks, forwardedFrom);
  for (let at = 0; at < forwardedFrom; at += 1) {
    if (marks[at] !== 'answer') continue;
    const end = signatureEnd({ lines, at, end: ends[at] ?? forwardedFrom });
    if (end === null) continue;
    mark(marks, at, end, 'signature');
    at = end - 1;
  }
}

/** For each line where the next quote below it begins, or the text ends. Counted once, or a text of rules would take for ever. */
function quotesBelow(marks: readonly Mark[], last: number): number[] {
  const below: number[] = [];
  let quote = last;
  for (let at = last - 1; at >= 0; at -= 1) {
    if (marks[at] === 'quote') quote = at;
    below[at] = quote;
  }
  return below;
}

/** A quote above an answer stays if there is an answer above it too, or if the quote goes on below: then the answer is to what stands above it. */
function showQuotesBetweenAnswers(lines: readonly string[], marks: Mark[]): void {
  const first = marks.indexOf('answer');
  const last = marks.lastIndexOf('answer');
  const between = marks.slice(first, last).includes('quote');
  const below = nextWritten(lines, last + 1);
  const goesOn = marks[below] === 'quote' && isQuoted(lines[below] ?? '');
  if (first < 0 || (!between && !goesOn)) return;
  for (let at = 0; at < last; at += 1) if (marks[at] === 'quote') marks[at] = 'answer';
}

/** Blank lines keep their mark: they are nobody's. */
function mark(marks: Mark[], from: number, to: number, kind: ReplyKind): void {
  for (let at = from; at < to; at += 1) if (marks[at] !== 'blank') marks[at] = kind;
}

function join(lines: readonly string[], kinds: readonly ReplyKind[], rest: string): ReplyPart[] {
  const parts: ReplyPart[] = [];
  [...lines, rest].forEach((line, at) => {
    const kind = kinds[at] ?? kinds.at(-1) ?? 'answer';
    const before = parts.at(-1);
    if (before?.kind === kind) before.text += line;
    else if (line !== '') parts.push({ shown: kind === 'answer', text: line, kind });
  });
  return parts;
}
