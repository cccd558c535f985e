/** The elements that are open at one place of HTML, and where each is looked for. */

import type { Rule } from './nesting.ts';
import { BOUNDS, TooComplex, type TreeElement } from './tree.ts';

/**
 * `rules`: of each element, outermost first, the body before all; `nodes`: what each is in the tree, or what it stands in if the tree does without
 * it. `drawing`: where in them the outermost drawing or formula is, or 0. `atStart`: nothing was written in the line but what ends with a blank.
 */
export type OpenElements = { rules: Rule[]; nodes: TreeElement[]; drawing: number; atStart: boolean };

export function innermost({ rules }: OpenElements): Rule | undefined {
  return rules[rules.length - 1];
}

/** Throws TooComplex past the bounds. */
export function push(open: OpenElements, rule: Rule, node: TreeElement): void {
  if (open.rules.length > BOUNDS.depth) throw new TooComplex('too deep');
  if (open.drawing === 0 && rule.drawing) open.drawing = open.rules.length;
  open.rules.push(rule);
  open.nodes.push(node);
}

/** Ends the element at `at`, and all that are open in it; nothing if there is none. */
export function cut(open: OpenElements, at: number): void {
  if (at <= 0) return;
  let hidden = false;
  while (open.rules.length > at) {
    const ended = open.rules.pop();
    open.nodes.pop();
    open.atStart ||= ended?.line === true;
    hidden ||= ended?.unread === true;
  }
  // What ended a line in there ended none of those that are read.
  if (hidden) open.atStart = false;
  if (open.drawing >= at) open.drawing = 0;
}

/** Ends the element at `at` and none that are open in it. */
export function takeOut(open: OpenElements, at: number): void {
  open.rules.splice(at, 1);
  open.nodes.splice(at, 1);
  if (open.drawing > at) open.drawing -= 1;
}

/** The innermost open element that is `wanted`, if none that is a wall to it is open within; -1 otherwise. */
export function openAt({ rules }: OpenElements, wanted: (rule: Rule) => boolean, isWall: (rule: Rule) => boolean): number {
  for (let at = rules.length - 1; at > 0; at -= 1) {
    const rule = rules[at];
    if (rule === undefined || wanted(rule)) return at;
    if (isWall(rule)) return -1;
  }
  return -1;
}

export function isOpen({ rules }: OpenElements, name: string): boolean {
  return rules.some((rule) => rule.name === name);
}

/** Within a drawing or formula, and not where there is HTML in it. */
export function isDrawn({ rules, drawing }: OpenElements): boolean {
  return drawing > 0 && rules.findLast((rule) => rule.drawing || rule.drawnHtml)?.drawing === true;
}

/** What HTML ends that stands in a drawing. */
export function drawnAt({ rules, drawing }: OpenElements): number {
  return Math.max(drawing, rules.findLastIndex((rule) => rule.drawnHtml) + 1);
}
