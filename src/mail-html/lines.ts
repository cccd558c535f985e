/** A mail's HTML as lines of text that know which nodes they were made of. */

import { introductionAt, nextWritten } from '../rules/reply-text/introduction.ts';
import { readable } from '../rules/reply-text/lines.ts';
import { attribute } from './markup.ts';
import { partOf } from './quotes.ts';
import { isElement, isText, type TreeElement, type TreeNode } from './tree.ts';

/** `quotes`: how many quotes it is in. `nodes`: texts and images on it. `signature`: the element that marks it as one. */
export type HtmlLine = { words: string; quotes: number; nodes: TreeNode[]; signature: TreeElement | null };

export const blocks = new Set(('address article blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre '
  + 'section table tbody tfoot thead tr ul').split(' '));
/** With an empty line around them. */
const apart = new Set('dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
export const unread = new Set('head noembed noframes noscript object script select style svg template textarea title audio video math iframe'.split(' '));

/** Past so many quotes within quotes nobody counts the marks. */
const DEEPEST_QUOTE = 20;
/** What Outlook's plain texts have between the answer and the old mail's headers, in every language. */
const OUTLOOK_RULE = '_'.repeat(32);

/**
 * The lines: blocks on lines of their own, list entries behind `- `, cells apart by a blank, images as their alternative text. Old mails count as quoted
 * and signatures stand below their mark wherever the mail's program said that it is one. Never two blank lines, none at the ends.
 */
export function linesOfHtml(nodes: readonly TreeNode[]): HtmlLine[] {
  const writing: Writing = { lines: [], open: null };
  writeAll(nodes, writing, { quotes: 0, signature: null, verbatim: false });
  endLine(writing);
  return withSignatureMarks(tidy(writing.lines));
}

/** A line as plain text has it. */
export function textOfLine({ words, quotes }: HtmlLine): string {
  const marks = '>'.repeat(Math.min(quotes, DEEPEST_QUOTE));
  return marks === '' || words === '' || words.startsWith('>') ? `${marks}${words}` : `${marks} ${words}`;
}

type Writing = { lines: HtmlLine[]; open: HtmlLine | null };
type Place = { quotes: number; signature: TreeElement | null; verbatim: boolean };

function writeAll(nodes: readonly TreeNode[], writing: Writing, place: Place): void {
  for (const node of nodes) {
    if (isText(node)) writeText(node.value, node, writing, place);
    else if (isElement(node) && !unread.has(node.tagName)) writeElement(node, writing, place);
  }
}

function writeText(text: string, node: TreeNode, writing: Writing, place: Place): void {
  if (!place.verbatim) return addWords(text.replace(BLANKS, ' '), node, writing, place);
  text.split('\n').forEach((line, at) => {
    if (at > 0) breakLine(writing, place);
    addWords(line.replace(BLANKS, ' '), node, writing, place);
  });
}

/** All that are not one blank already. */
const BLANKS = /[ \t\r\n\f]{2,}|[\t\r\n\f]/g;

/** At a line's beginning a blank says nothing, and two say no more than one. */
function addWords(words: string, node: TreeNode | null, writing: Writing, place: Place): void {
  const line = openLine(writing, place);
  const repeats = words.startsWith(' ') && (line.words === '' || line.words.endsWith(' '));
  line.words += repeats ? words.slice(1) : words;
  if (node !== null && line.nodes.at(-1) !== node) line.nodes.push(node);
}

function writeElement(element: TreeElement, writing: Writing, place: Place): void {
  const { tagName } = element;
  if (tagName === 'br') return breakLine(writing, place);
  if (tagName === 'img') return addWords(attribute(element, 'alt').replace(/\s+/g, ' '), element, writing, place);
  const part = partOf(element);
  const inside = part === null && tagName !== 'pre' ? place : {
    quotes: part === 'quote' ? place.quotes + 1 : place.quotes,
    signature: part === 'signature' ? (place.signature ?? element) : place.signature,
    verbatim: place.verbatim || tagName === 'pre',
  };
  const isBlock = part !== null || blocks.has(tagName);

  if (isBlock) endLine(writing);
  if (apart.has(tagName)) breakLine(writing, place);
  if (part === 'headers') addLine(writing, place, OUTLOOK_RULE);
  if (tagName === 'li') addWords('- ', null, writing, inside);
  writeAll(element.childNodes, writing, inside);
  if (tagName === 'td' || tagName === 'th') addWords(' ', null, writing, inside);
  if (isBlock) endLine(writing);
  if (apart.has(tagName)) breakLine(writing, place);
}

function openLine(writing: Writing, { quotes, signature }: Place): HtmlLine {
  writing.open ??= { words: '', quotes, nodes: [], signature };
  return writing.open;
}

/** Ends a line that was begun. */
function endLine(writing: Writing): void {
  if (writing.open === null) return;
  if (writing.open.words.trim() !== '' || writing.open.nodes.some((node) => !isText(node))) writing.lines.push(writing.open);
  writing.open = null;
}

/** Ends the line, begun or not. */
function breakLine(writing: Writing, place: Place): void {
  writing.lines.push(openLine(writing, place));
  writing.open = null;
}

function addLine(writing: Writing, { quotes, signature }: Place, words: string): void {
  writing.lines.push({ words, quotes, nodes: [], signature });
}

/** A blank line between two depths of quoting is in the outer one; of several one stays, and has the nodes of all. */
function tidy(lines: readonly HtmlLine[]): HtmlLine[] {
  const kept: HtmlLine[] = [];
  for (const line of lines) {
    const words = line.words.trim();
    const above = kept.at(-1);
    if (words === '' && (above === undefined || above.words === '')) above?.nodes.push(...line.nodes);
    else {
      const beforeLast = kept.at(-2);
      if (above?.words === '') above.quotes = Math.min(beforeLast?.quotes ?? 0, line.quotes);
      line.words = words;
      kept.push(line);
    }
  }
  return kept.at(-1)?.words === '' ? kept.slice(0, -1) : kept;
}

/** The mark of RFC 3676 above a signature that has none, unless somebody wrote below it. */
function withSignatureMarks(lines: HtmlLine[]): HtmlLine[] {
  if (lines.every((line) => line.signature === null)) return lines;
  const texts = lines.map((line) => readable(textOfLine(line)));
  const isQuote = (at: number): boolean => (lines[at]?.quotes ?? 0) > 0;
  return lines.flatMap((line, at) => {
    const above = lines[at - 1];
    const begins = line.signature !== null && line.quotes === 0 && line.signature !== above?.signature && !/^--? ?$/.test(line.words) && !/^-- ?$/.test(above?.words ?? '');
    const below = begins ? nextWritten(texts, endOf(lines, at)) : at;
    const isLast = begins && (below >= lines.length || isQuote(below) || introductionAt(texts, below, isQuote) !== null);
    return isLast ? [{ words: SIGNATURE_MARK, quotes: 0, nodes: [], signature: line.signature }, line] : [line];
  });
}

const SIGNATURE_MARK = '-- ';

/** The line after the signature that begins at a line. */
function endOf(lines: readonly HtmlLine[], at: number): number {
  const { signature } = lines[at] ?? { signature: null };
  let end = at;
  while (end < lines.length && lines[end]?.signature === signature) end += 1;
  return end;
}
