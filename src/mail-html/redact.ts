/** Passages taken out of a mail's HTML for good (S18). */

import { serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { takeOut } from '../rules/redaction.ts';
import { textOfNodes } from './text.ts';
import { bodyOf, isElement, isText, TooComplex, type TreeElement, type TreeNode } from './tree.ts';

/**
 * The body's HTML without the passages: in its words, attributes and comments; unchanged if there are none. Null where that
 * cannot be sure, because a passage is spread over several elements or the HTML is past the bounds: then the text has to do.
 */
export function redactHtml(html: string, passages: readonly string[]): string | null {
  try {
    const body = bodyOf(html);
    const root = body?.parentNode ?? null;
    if (body === null || root === null || !('tagName' in root)) return null;
    const whole = serialize(root);
    redactIn(root, passages);
    const seen = squeezed(textOfNodes(body.childNodes));
    if (passages.some((passage) => seen.includes(squeezed(passage)))) return null;
    return serialize(root) === whole ? html : serialize(body);
  } catch (fault) {
    if (fault instanceof TooComplex) return null;
    throw fault;
  }
}

function redactIn(element: TreeElement, passages: readonly string[]): void {
  element.attrs = element.attrs.filter(({ value }) => !passages.some((passage) => holds(value, passage)));
  redactAll(element.childNodes, passages);
  if (isTemplate(element)) redactAll(element.content.childNodes, passages);
}

function redactAll(nodes: readonly TreeNode[], passages: readonly string[]): void {
  for (const node of nodes) {
    if (isText(node)) node.value = takeOut(node.value, passages);
    else if (isElement(node)) redactIn(node, passages);
    else if ('data' in node) node.data = takeOut(node.data, passages);
  }
}

function isTemplate(element: TreeElement): element is DefaultTreeAdapterTypes.Template {
  return element.tagName === 'template' && 'content' in element;
}

/** In a link to a form or a mail it may be encoded. */
function holds(value: string, passage: string): boolean {
  const plain = passage.toWellFormed();
  return [plain, encodeURIComponent(plain), encodeURI(plain)].some((written) => value.includes(written));
}

/** Without the blanks and line breaks that HTML sets as it likes. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
