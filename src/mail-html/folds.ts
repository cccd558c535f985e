/** Which parts of a mail's HTML are shown behind a fold: those that its text has behind one (M08). */

import { kindsOf, type ReplyKind } from '../rules/reply-text.ts';
import { linesOfHtml, textOfLine } from './lines.ts';
import { isElement, type TreeNode } from './tree.ts';

export type Fold = Exclude<ReplyKind, 'answer'>;
export type Folds = ReadonlyMap<TreeNode, Fold>;

/**
 * The nodes that are nothing but old mail or nothing but signature, and all that is in them. Rules and line breaks above such a
 * node and around it go with it. `forwarded`: the mail's subject says that it is, so that what it brings is new here.
 */
export function foldsOf(nodes: readonly TreeNode[], forwarded: boolean): Folds {
  const lines = linesOfHtml(nodes);
  const kinds = kindsOf(lines.map(textOfLine), forwarded);
  const seen = new Map<TreeNode, ReplyKind>();
  lines.forEach((line, at) => line.nodes.forEach((node) => seen.set(node, together(seen.get(node), kinds[at]) ?? 'answer')));

  const folds = new Map<TreeNode, Fold>();
  collectAll(nodes, seen, folds);
  return folds;
}

/** The kind of what stands in `nodes`; undefined if nothing is seen of them. */
function collectAll(nodes: readonly TreeNode[], seen: ReadonlyMap<TreeNode, ReplyKind>, folds: Map<TreeNode, Fold>): ReplyKind | undefined {
  const kinds = nodes.map((node) => collect(node, seen, folds));
  withUnseen(kinds).forEach((kind, at) => {
    const node = nodes[at];
    if (node !== undefined && kind !== undefined && kind !== 'answer') folds.set(node, kind);
  });
  return kinds.reduce(together, undefined);
}

function collect(node: TreeNode, seen: ReadonlyMap<TreeNode, ReplyKind>, folds: Map<TreeNode, Fold>): ReplyKind | undefined {
  return isElement(node) ? together(seen.get(node), collectAll(node.childNodes, seen, folds)) : seen.get(node);
}

/** What is not seen goes with what is folded below it; with what is folded above it if nothing else follows. */
function withUnseen(kinds: readonly (ReplyKind | undefined)[]): (ReplyKind | undefined)[] {
  const filled = [...kinds];
  for (let at = filled.length - 2; at >= 0; at -= 1) if (filled[at] === undefined) filled[at] = filled[at + 1];
  for (let at = 1; at < filled.length; at += 1) filled[at] ??= filled[at - 1];
  return filled;
}

/** What is partly shown is shown. Unseen things do not matter. */
function together(one: ReplyKind | undefined, other: ReplyKind | undefined): ReplyKind | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one === other ? one : 'answer';
}
