/** Lists: lines that begin with `- `, `* `, or with numbers that count. */

import { readInline, type Inline } from './inline.ts';

/** `start`: the first number; null: dots. `under`: the list within an item. */
export type List = { start: number | null; items: { parts: Inline[]; under: List | null }[] };

type Mark = { indent: number; number: number | null; text: string };

/** Deeper ones are set as the deepest. */
const DEEPEST = 4;

/**
 * The list that a paragraph ends with, and the lines before it; null without one. It takes two items, and everything up to
 * the paragraph's end is a part of it, so that single dashes, dates (`3. Mai`) and the asterisks of programs' messages are none.
 */
export function readList(lines: string[]): { before: string[]; list: List } | null {
  const first = lines.findIndex((line) => markOf(line)?.indent === 0);
  const before = lines.slice(0, Math.max(first, 0));
  const list = first < 0 ? null : listOf(lines.slice(first), 0);
  return list === null || before.some((line) => /^\s*[>$#|]/.test(line)) ? null : { before, list };
}

/** Null if a line is neither an item nor goes on with one, or if numbers do not count. */
function listOf(lines: string[], depth: number): List | null {
  const [top] = lines.map(markOf);
  if (top === undefined || top === null) return null;
  const groups: { mark: Mark; more: string[] }[] = [];
  for (const line of lines) {
    const mark = markOf(line);
    const group = groups.at(-1);
    const indent = mark?.indent ?? /^ */.exec(line)?.[0].length ?? 0;
    if (mark !== null && (indent <= top.indent || depth === DEEPEST)) groups.push({ mark, more: [] });
    else if (group !== undefined && indent > top.indent + 1) group.more.push(line);
    else return null;
  }
  if (groups.length < (depth === 0 ? 2 : 1) || !counts(groups.map(({ mark }) => mark.number))) return null;
  return { start: top.number, items: groups.map(({ mark, more }) => itemOf(mark, more, depth)) };
}

function itemOf({ text }: Mark, more: string[], depth: number): List['items'][number] {
  const nested = more.findIndex((line) => markOf(line) !== null);
  const under = nested < 0 ? null : listOf(more.slice(nested), depth + 1);
  const own = under === null ? more : more.slice(0, nested);
  return { parts: readInline([text, ...own.map((line) => line.trim())].join('\n')), under };
}

function markOf(line: string): Mark | null {
  const [, blanks, number, text] = /^( {0,20})(?:[-*]|(\d{1,3})[.)]) +(\S.*)$/.exec(line) ?? [];
  if (blanks === undefined || text === undefined) return null;
  return { indent: blanks.length, number: number === undefined ? null : Number(number), text };
}

/** All dots, or each number one more than the one before. */
function counts(numbers: (number | null)[]): boolean {
  const [first = null] = numbers;
  return numbers.every((number, at) => (first === null ? number === null : number === first + at));
}
