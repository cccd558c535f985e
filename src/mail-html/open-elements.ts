/** The elements that are open at one place of HTML, and where each is looked for. */

import { definitions, drawings, drawnHtml, headings, listEntries, loose, special, walls } from './nesting.ts';
import { BOUNDS, TooComplex, type TreeElement } from './tree.ts';

/**
 * `names`: outermost first, the body before all; `nodes`: what each is in the tree, or what it stands in if the tree does without it. `drawing`:
 * where in them the outermost drawing or formula is, or 0.
 */
export type OpenElements = { names: string[]; nodes: TreeElement[]; drawing: number };

export function innermost({ names }: OpenElements): string {
  return names[names.length - 1] ?? '';
}

/** Throws TooComplex past the bounds. */
export function push(open: OpenElements, name: string, node: TreeElement): void {
  if (open.names.length > BOUNDS.depth) throw new TooComplex('too deep');
  if (open.drawing === 0 && drawings.has(name)) open.drawing = open.names.length;
  open.names.push(name);
  open.nodes.push(node);
}

/** Ends the element at `at`, and all that are open in it; nothing if there is none. */
export function cut(open: OpenElements, at: number): void {
  if (at <= 0 || at >= open.names.length) return;
  open.names.length = at;
  open.nodes.length = at;
  if (open.drawing >= at) open.drawing = 0;
}

/** Ends the element at `at` and none that are open in it. */
export function takeOut(open: OpenElements, at: number): void {
  open.names.splice(at, 1);
  open.nodes.splice(at, 1);
  if (open.drawing > at) open.drawing -= 1;
}

/** The innermost open element of that name; -1 if there is none, or none within the innermost of `walls`. */
export function openAt({ names }: OpenElements, name: string, walls: ReadonlySet<string>): number {
  for (let at = names.length - 1; at > 0; at -= 1) {
    const open = names[at] ?? '';
    if (open === name) return at;
    if (walls.has(open)) return -1;
  }
  return -1;
}

export function headingAt({ names }: OpenElements): number {
  const at = names.findLastIndex((name) => headings.has(name) || walls.has(name));
  return headings.has(names[at] ?? '') ? at : -1;
}

/** The entry of a list that `name` ends: the next one, or one of definitions the other kind too. */
export function entryAt({ names }: OpenElements, name: string): number {
  const entries = name === 'li' ? listEntries : definitions;
  const at = names.findLastIndex((open) => entries.has(open) || (special.has(open) && !loose.has(open)));
  return entries.has(names[at] ?? '') ? at : -1;
}

/** Within a drawing or formula, and not where there is HTML in it. */
export function isDrawn({ names, drawing }: OpenElements): boolean {
  return drawing > 0 && drawings.has(names.findLast((name) => drawings.has(name) || drawnHtml.has(name)) ?? '');
}

/** What HTML ends that stands in a drawing. */
export function drawnAt({ names, drawing }: OpenElements): number {
  return Math.max(drawing, names.findLastIndex((name) => drawnHtml.has(name)) + 1);
}
