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
    return tidy(linesOf(parseMailHtml(html), 0));
  } catch (fault) {
    if (!(fault instanceof TooComplex)) throw fault;
    return tidy(withoutTags(html));
  }
}

function linesOf(nodes: readonly TreeNode[], depth: number): string {
  if (depth > BOUNDS.depth) throw new TooComplex('too deep');
  let text = '';
  for (const node of nodes) {
    if (isText(node)) text = append(text, node.value.replace(/[ \t\r\n\f]+/g, ' '));
    else if (isElement(node) && !unread.has(node.tagName)) text = append(text, elementText(node, depth));
  }
  return text;
}

/** At a line's beginning a blank says nothing, and two say no more than one. */
function append(text: string, more: string): string {
  return (text === '' || /[\s]$/.test(text)) && more.startsWith(' ') ? text + more.slice(1) : text + more;
}

function elementText(element: TreeElement, depth: number): string {
  const { tagName } = element;
  if (tagName === 'br') return '\n';
  if (tagName === 'img') return attribute(element, 'alt').replace(/\s+/g, ' ');
  const inner = tagName === 'pre' ? rawText(element, depth) : linesOf(element.childNodes, depth + 1);
  if (tagName === 'blockquote') return `\n${quoted(inner)}\n`;
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

function tidy(text: string): string {
  return text.replace(/[ \t]+\n/g, '\n').replace(/\n[ \t]+/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

/** Linear: one pass, and a `<` that never closes is text. */
function withoutTags(html: string): string {
  const end = html.lastIndexOf('>') + 1;
  return html.slice(0, end).replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') + html.slice(end);
}
