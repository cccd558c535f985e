/** The answer in a mail, apart from the old mails and the signature below it (M08). */

import { attributionAt } from './reply-text/attribution.ts';
import { headerBlockAt } from './reply-text/header-block.ts';
import { isRule, separatorOf } from './reply-text/separator.ts';
import { isSentFrom, isShort, isSignatureMark } from './reply-text/signature.ts';

/** A stretch of a mail's text. `kind` says why it is folded: `answer` is the only kind that is always shown. */
export type ReplyPart = { shown: boolean; text: string; kind: Kind };
type Kind = 'answer' | 'quote' | 'signature';

/** Beyond so many lines nothing is looked at (SP11); the rest is shown as it is. */
const MOST_LINES = 20_000;

/**
 * A text in its parts, in order; joined they are exactly the text.
 *
 * Shown: what was written now, and quotes between answers. Folded: quotes above and below the answer with the line that
 * introduces them, everything below *Original Message* or a block of mail headers, and signatures. Forwarded mails are new here
 * and stay in sight. If nothing would be shown, everything is. Linear in the text's length.
 */
export function foldReply(text: string): ReplyPart[] {
  const { lines, rest } = linesOf(text);
  const kinds = classify(lines.map((line) => line.slice(0, LONGEST_READ).replace(/\r?\n$/, '')));
  if (!kinds.includes('answer')) return text === '' ? [] : [{ shown: true, text, kind: 'answer' }];
  return join(lines, kinds, rest);
}

const LONGEST_READ = 1000;

function linesOf(text: string): { lines: string[]; rest: string } {
  const lines: string[] = [];
  let from = 0;
  while (from < text.length && lines.length < MOST_LINES) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end + 1;
    lines.push(text.slice(from, to));
    from = to;
  }
  return { lines, rest: text.slice(from) };
}

type Mark = Kind | 'blank';

function classify(lines: string[]): Mark[] {
  const marks = lines.map((line): Mark => (line.trim() === '' ? 'blank' : isQuoted(line) ? 'quote' : 'answer'));
  markIntroductions(lines, marks);
  markSignatures(lines, marks);
  showQuotesBetweenAnswers(marks);
  return marks;
}

function isQuoted(line: string): boolean {
  return /^\s{0,3}[>＞]/.test(line);
}

/** Lines above quotes, and everything below a separator, a block of headers or a dated attribution without quote marks. */
function markIntroductions(lines: string[], marks: Mark[]): void {
  let answered = false;
  for (let at = 0; at < lines.length; at += 1) {
    if (marks[at] !== 'answer') continue;
    const cut = cutAt(lines, marks, at);
    if (cut === 'all' && answered) return markFrom(marks, beforeCut(lines, marks, at), marks.length, 'quote');
    if (typeof cut === 'number') {
      markFrom(marks, at, cut, 'quote');
      at = cut - 1;
    } else if (cut !== 'all') answered = true;
  }
}

/** `all`: old mail from here to the end; a number: the introduction ends before that line; null: text. */
function cutAt(lines: string[], marks: Mark[], at: number): 'all' | number | null {
  const line = lines[at] ?? '';
  const separator = separatorOf(line);
  if (separator === 'answered') return 'all';
  if (headerBlockAt(lines, at) > 0) return 'all';
  const found = attributionAt(lines, at);
  if (found === null) return null;
  const next = nextWritten(marks, found.last + 1);
  if (marks[next] === 'quote') return found.last + 1;
  return found.dated ? 'all' : null;
}

function nextWritten(marks: Mark[], from: number): number {
  let at = from;
  while (at < marks.length && marks[at] === 'blank') at += 1;
  return at;
}

/** The rule above an introduction belongs to it. */
function beforeCut(lines: string[], marks: Mark[], at: number): number {
  let above = at - 1;
  while (above >= 0 && marks[above] === 'blank') above -= 1;
  return above > 0 && isRule(lines[above] ?? '') ? above : at;
}

function markSignatures(lines: string[], marks: Mark[]): void {
  const ends = quotesBelow(marks);
  for (let at = 0; at < lines.length; at += 1) {
    if (marks[at] !== 'answer') continue;
    const end = signatureEnd(lines[at] ?? '', at, ends[at] ?? lines.length);
    if (end === null) continue;
    markFrom(marks, at, end, 'signature');
    at = end - 1;
  }
}

/** For each line where the next quote below it begins, or the text ends. Counted once, or a text of rules would take for ever. */
function quotesBelow(marks: Mark[]): number[] {
  const below: number[] = [];
  let quote = marks.length;
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    if (marks[at] === 'quote') quote = at;
    below[at] = quote;
  }
  return below;
}

function signatureEnd(line: string, at: number, quote: number): number | null {
  if (isSentFrom(line)) return at + 1;
  if (line === '-- ') return quote;
  return (isSignatureMark(line) || /^_{2,}\s*$/.test(line)) && isShort(quote - at) ? quote : null;
}

/** A quote stays if something was answered below it and above it, or if answers stand between quotes. */
function showQuotesBetweenAnswers(marks: Mark[]): void {
  const first = marks.indexOf('answer');
  const last = marks.lastIndexOf('answer');
  const between = marks.slice(first, last).includes('quote');
  if (first < 0 || !between) return;
  for (let at = 0; at < last; at += 1) if (marks[at] === 'quote') marks[at] = 'answer';
}

function markFrom(marks: Mark[], from: number, to: number, kind: Kind): void {
  for (let at = from; at < to; at += 1) if (marks[at] !== 'blank') marks[at] = kind;
}

/** Blank lines go with what stands above them. */
function join(lines: string[], marks: Mark[], rest: string): ReplyPart[] {
  const parts: ReplyPart[] = [];
  lines.forEach((line, at) => {
    const mark = marks[at] ?? 'blank';
    const before = parts.at(-1);
    const kind = mark === 'blank' ? (before?.kind ?? 'answer') : mark;
    if (before?.kind === kind) before.text += line;
    else parts.push({ shown: kind === 'answer', text: line, kind });
  });
  if (rest !== '') parts.push({ shown: true, text: rest, kind: 'answer' });
  return parts;
}
