/** Empty paragraphs that mail programs leave at the end of a mail. */

import { isElement, isText, type TreeNode } from './tree.ts';

const seen = new Set(['img', 'hr', 'table']);

/** The nodes at the end of `nodes`, also within the last one, of which nothing would be seen but space. */
export function blanksAtEnd(nodes: readonly TreeNode[]): ReadonlySet<TreeNode> {
  const blanks = new Set<TreeNode>();
  let level = nodes;
  while (level.length > 0) {
    let at = level.length - 1;
    for (let node = level[at]; node !== undefined && isBlank(node); node = level[at]) {
      blanks.add(node);
      at -= 1;
    }
    const last = level[at];
    level = last !== undefined && isElement(last) && !seen.has(last.tagName) ? last.childNodes : [];
  }
  return blanks;
}

function isBlank(node: TreeNode): boolean {
  if (isText(node)) return node.value.trim() === '';
  return !isElement(node) || (!seen.has(node.tagName) && node.childNodes.every(isBlank));
}
