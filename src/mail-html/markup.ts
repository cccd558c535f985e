/** Writing HTML, and reading attributes of what was parsed. */

import type { TreeElement } from './tree.ts';

/** Text or an attribute's value between double quotes, so that it stays just that. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** Empty if there is none. */
export function attribute(element: TreeElement, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}
