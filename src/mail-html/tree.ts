/** The HTML of a mail as a tree, within bounds: 27 KB of hostile HTML can make an unbounded parser use gigabytes (SH02). */

import { defaultTreeAdapter, html as names, parse, type DefaultTreeAdapterTypes, type TreeAdapter } from 'parse5';

export type TreeNode = DefaultTreeAdapterTypes.ChildNode;
export type TreeElement = DefaultTreeAdapterTypes.Element;

/** Measured on newsletters: the largest stay below half of these. */
export const BOUNDS = { characters: 2_000_000, nodes: 40_000, depth: 150, attributes: 64 };

export class TooComplex extends Error {}

/** The whole document. Throws TooComplex past the bounds. */
export function parseMailDocument(html: string): DefaultTreeAdapterTypes.Document {
  if (html.length > BOUNDS.characters) throw new TooComplex('too long');
  return parse(html, { treeAdapter: countingAdapter() });
}

/** What stands in the body. Throws TooComplex past the bounds. */
export function parseMailHtml(html: string): TreeNode[] {
  return bodyOf(html)?.childNodes ?? [];
}

/** The body itself; null in a set of frames. Throws TooComplex past the bounds. */
export function bodyOf(html: string): TreeElement | null {
  const root = parseMailDocument(html).childNodes.find(isElement);
  const body = root?.childNodes.filter(isElement).find((element) => element.tagName === 'body') ?? null;
  if (body !== null && isDeep(body)) throw new TooComplex('too deep');
  return body;
}

/**
 * Level by level, so that no depth ends the stack; whoever walks the tree then may call itself. Misnested end tags can move
 * elements deeper than they ever were while open.
 */
function isDeep(body: TreeElement): boolean {
  let level: TreeNode[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > BOUNDS.depth) return true;
    level = level.flatMap((node) => (isElement(node) ? node.childNodes : []));
  }
  return false;
}

/** An element in no tree yet. */
export function newElement(tagName: string, attrs: TreeElement['attrs']): TreeElement {
  return defaultTreeAdapter.createElement(tagName, names.NS.HTML, attrs);
}

export function newText(value: string): TreeNode {
  return defaultTreeAdapter.createTextNode(value);
}

export function append(parent: TreeElement, node: TreeNode): void {
  defaultTreeAdapter.appendChild(parent, node);
}

export function insertBefore(sibling: TreeElement, node: TreeNode): void {
  const { parentNode } = sibling;
  if (parentNode !== null) defaultTreeAdapter.insertBefore(parentNode, node, sibling);
}

export function isElement(node: TreeNode): node is TreeElement {
  return 'tagName' in node;
}

export function isText(node: TreeNode): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

/**
 * Counts while the tree grows, because parse5 has no bounds of its own. A text counts once, however many pieces it comes in. The
 * open elements are counted too: an end tag that fits none of them makes parse5 look at every one.
 */
function countingAdapter(): TreeAdapter<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  let nodes = 0;
  let open = 0;
  const count = (attributes: number) => {
    nodes += 1;
    if (nodes > BOUNDS.nodes || attributes > BOUNDS.attributes) throw new TooComplex('too many nodes');
  };
  return {
    ...defaultTreeAdapter,
    onItemPush: () => {
      open += 1;
      if (open > BOUNDS.depth) throw new TooComplex('too deep');
    },
    onItemPop: () => {
      open -= 1;
    },
    createElement: (tagName, namespace, attributes) => {
      count(attributes.length);
      return defaultTreeAdapter.createElement(tagName, namespace, attributes);
    },
    createCommentNode: (comment) => {
      count(0);
      return defaultTreeAdapter.createCommentNode(comment);
    },
    insertText: (parent, text) => {
      const last = parent.childNodes.at(-1);
      if (last === undefined || !isText(last)) count(0);
      defaultTreeAdapter.insertText(parent, text);
    },
    insertTextBefore: (parent, text, reference) => {
      count(0);
      defaultTreeAdapter.insertTextBefore(parent, text, reference);
    },
  };
}
