/** Readable text made of a mail's HTML (M05): for search, for quoting, for the reply's folding. */

import { BOUNDS, isElement, isText, parseMailHtml, TooComplex, type TreeElement, type TreeNode } from './tree.ts';

const blocks = new Set(('address article blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre '
  + 'section table tbody tfoot thead tr ul').split(' '));
/** With an empty line around them. */
const apart = new Set('blockquote dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '));
const unread = new Set('head noembed noframes noscript object script select style svg template textarea title audio video math iframe'.split(' '));

/**
 * The text that a reader sees: blocks on lines of their own, quotes behind `> `, list entries behind `- `, cells apart by a blank, images as
 * their alternative text. HTML past the bounds loses its tags and nothing else. Never throws.
 */
export function textOfHtml(html: string): string {
  try {
    return tidy(linesOf(parseMailHtml(html), { depth: 0, quotes: 0 }));
  } catch (fault) {
    if (!(fault instanceof TooComplex)) throw fault;
    return tidy(withoutTags(html));
  }
}

/** Past so many quotes within quotes nobody counts the marks, but each would cost another copy of the text. */
const DEEPEST_QUOTE = 20;

type Place = { depth: number; quotes: number };

function linesOf(nodes: readonly TreeNode[], place: Place): string {
  if (place.depth > BOUNDS.depth) throw new TooComplex('too deep');
  const pieces: string[] = [];
  let spaced = true;
  for (const node of nodes) {
    // At a line's beginning a blank says nothing, and two say no more than one.
    const said = spaced ? textOfNode(node, place).replace(/^ /, '') : textOfNode(node, place);
    if (said === '') continue;
    pieces.push(said);
    spaced = /\s/.test(said.charAt(said.length - 1));
  }
  return pieces.join('');
}

function textOfNode(node: TreeNode, place: Place): string {
  if (isText(node)) return node.value.replace(/[ \t\r\n\f]+/g, ' ');
  return isElement(node) && !unread.has(node.tagName) ? elementText(node, place) : '';
}

function elementText(element: TreeElement, { depth, quotes }: Place): string {
  const { tagName } = element;
  if (tagName === 'br') return '\n';
  if (tagName === 'img') return attribute(element, 'alt').replace(/\s+/g, ' ');
  const quote = tagName === 'blockquote' && quotes < DEEPEST_QUOTE;
  const inner = tagName === 'pre' ? rawText(element, depth) : linesOf(element.childNodes, { depth: depth + 1, quotes: quote ? quotes + 1 : quotes });
  if (quote) return `\n${quoted(inner)}\n`;
  if (tagName === 'li') return `\n- ${inner.trim()}\n`;
  if (tagName === 'td' || tagName === 'th') return `${inner} `;
  if (!blocks.has(tagName)) return inner;
  return apart.has(tagName) ? `\n\n${inner}\n\n` : `\n${inner}\n`;
}

function rawText(element: TreeElement, depth: number): string {
  if (depth > BOUNDS.depth) throw new TooComplex('too deep');
  return element.childNodes.map((node) => (isText(node) ? node.value : isElement(node) ? (node.tagName === 'br' ? '\n' : rawText(node, depth + 1)) : '')).join('');
}

function quoted(text: string): string {
  return tidy(text).split('\n').map((line) => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`)).join('\n');
}

function attribute(element: TreeElement, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

/** By lines: a pattern for blanks before a line break would try each blank of a long run that has none behind it. */
function tidy(text: string): string {
  return text.split('\n').map((line) => line.replace(/^[ \t]+/, '').trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').trim();
}

/** Linear: one pass, and a `<` that never closes is text. */
function withoutTags(html: string): string {
  const end = html.lastIndexOf('>') + 1;
  return html.slice(0, end).replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') + html.slice(end);
}
