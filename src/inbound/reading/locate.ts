/** Where the parts of a mail lie in its bytes: the parser forgets it, and with it raw 8-bit headers and a file's line ends. */

import type { Node } from './parser-tree.ts';

const LF = 0x0a;
const CR = 0x0d;
const HYPHEN = 0x2d;

type Open = { node: Node; boundary: Uint8Array; next: number };

/** Each part's bytes, header and body, without the line break before the boundary that ends it. `dashed`: see dashedLines. Linear. */
export function locate(raw: Uint8Array, root: Node, dashed: number[]): Map<Node, Uint8Array> {
  const found = new Map<Node, Uint8Array>([[root, raw]]);
  if (root.boundary === null) return found;
  const open: Open[] = [opened(root, root.boundary)];
  let current: { node: Node; start: number }[] = [];
  const close = (upTo: number, end: number) => {
    for (const { node, start } of current.slice(upTo)) found.set(node, withoutLineBreak(raw.subarray(start, Math.max(start, end))));
    current = current.slice(0, upTo);
  };

  for (const at of dashed) {
    const { depth, final, end } = boundaryAt(raw, at, open);
    const parent = open[depth];
    if (parent === undefined) continue;
    close(depth, at);
    open.length = final ? depth : depth + 1;
    const child = final ? undefined : parent.node.nodes[parent.next++];
    if (child === undefined) continue;
    current.push({ node: child, start: end });
    if (child.boundary !== null) open.push(opened(child, child.boundary));
  }
  close(0, raw.length);
  return found;
}

function opened(node: Node, boundary: string): Open {
  return { node, boundary: new TextEncoder().encode(boundary), next: 0 };
}

/** Which open boundary, innermost first, stands at `at`; `depth` -1: none. `end`: where the next line begins. */
function boundaryAt(raw: Uint8Array, at: number, open: Open[]): { depth: number; final: boolean; end: number } {
  const lf = raw.indexOf(LF, at);
  const end = lf < 0 ? raw.length : lf + 1;
  const line = raw.subarray(at + 2, end);
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const boundary = open[depth]?.boundary ?? new Uint8Array();
    if (!startsWith(line, boundary)) continue;
    const rest = line.subarray(boundary.length);
    const final = rest[0] === HYPHEN && rest[1] === HYPHEN;
    if (isBlank(final ? rest.subarray(2) : rest)) return { depth, final, end };
  }
  return { depth: -1, final: false, end };
}

function startsWith(line: Uint8Array, start: Uint8Array): boolean {
  return line.length >= start.length && start.every((byte, index) => byte === line[index]);
}

function isBlank(rest: Uint8Array): boolean {
  return rest.every((byte) => byte === 0x20 || byte === 0x09 || byte === CR || byte === LF);
}

function withoutLineBreak(bytes: Uint8Array): Uint8Array {
  const lf = bytes.at(-1) === LF ? 1 : 0;
  return bytes.subarray(0, bytes.length - (lf === 1 && bytes.at(-2) === CR ? 2 : lf));
}
