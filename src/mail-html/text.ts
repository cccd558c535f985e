/** Readable text made of a mail's HTML (M05): for search, for quoting, for the reply's folding. */

import { linesOfHtml, textOfLine } from './lines.ts';
import { outlineOf } from './outline.ts';
import { TooComplex, type TreeNode } from './tree.ts';

/**
 * The text that a reader sees: blocks on lines of their own, quotes behind `> `, list entries behind `- `, cells apart by a blank, images as
 * their alternative text. HTML past the bounds loses its tags and nothing else. Never throws.
 */
export function textOfHtml(html: string): string {
  try {
    return textOfNodes(outlineOf(html));
  } catch (fault) {
    if (!(fault instanceof TooComplex)) throw fault;
    return tidy(withoutTags(html));
  }
}

/** The same of what was parsed. */
export function textOfNodes(nodes: readonly TreeNode[]): string {
  return linesOfHtml(nodes).map(textOfLine).join('\n').trim();
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
