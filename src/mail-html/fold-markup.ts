/** A fold in a mail's HTML, and where one may stand. */

import type { Fold } from './folds.ts';
import { escape } from './markup.ts';

/**
 * Whether a fold may stand `here`, only `deeper` (between rows or entries browsers would move it), or in `none` of what follows: in a
 * paragraph it would end that, and in a fold there is none.
 */
export type Room = 'here' | 'deeper' | 'none';

const tight = new Set('a h1 h2 h3 h4 h5 h6 p pre'.split(' '));
const rows = new Set('colgroup dl ol table tbody tfoot thead tr ul'.split(' '));

export function roomIn(tagName: string, around: Room): Room {
  if (around === 'none' || tight.has(tagName)) return 'none';
  return rows.has(tagName) ? 'deeper' : 'here';
}

export function foldStart(fold: Fold, words: string): string {
  return `<details class="fold ${fold}"><summary title="${escape(words)}"><span aria-hidden="true">···</span><span class="only-heard">${escape(words)}</span></summary>`;
}

export const foldEnd = '</details>';
