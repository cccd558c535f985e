/** Which parts of a mail's HTML are shown behind a fold: those that its text has behind one (M08). */

import { kindsOf, type ReplyKind } from '../rules/reply-text.ts';
import { linesOfHtml, textOfLine } from './lines.ts';
import { isElement, type TreeNode } from './tree.ts';

export type Fold = Exclude<ReplyKind, 'answer'>;

/**
 * The nodes that are nothing but old mail or signature, with all that is in them. `forwarded`: the mail's subject says that it is, so that what it
 * brings is new here. Nodes of which nothing is seen are in it with what they stand in. Throws TooComplex past the bounds.
 */
export function foldsOf(nodes: readonly TreeNode[], forwarded: boolean): ReadonlyMap<TreeNode, Fold> {
  const lines = linesOfHtml(nodes);
  const kinds = kindsOf(lines.map(textOfLine), forwarded);
  const seen = new Map<TreeNode, ReplyKind>();
  lines.forEach((line, at) => line.nodes.forEach((node) => seen.set(node, together(seen.get(node), kinds[at]) ?? 'answer')));

  const folds = new Map<TreeNode, Fold>();
  for (const node of nodes) collect(node, seen, folds);
  return folds;
}

/** The kind of a node by those of its children; undefined if nothing is seen of it. */
function collect(node: TreeNode, seen: ReadonlyMap<TreeNode, ReplyKind>, folds: Map<TreeNode, Fold>): ReplyKind | undefined {
  let kind = seen.get(node);
  if (isElement(node)) for (const child of node.childNodes) kind = together(kind, collect(child, seen, folds));
  if (kind !== undefined && kind !== 'answer') folds.set(node, kind);
  return kind;
}

/** What is partly shown is shown. Unseen things do not matter. */
function together(one: ReplyKind | undefined, other: ReplyKind | undefined): ReplyKind | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one === other ? one : 'answer';
}
