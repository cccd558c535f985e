/** Mail HTML built anew from an allow-list: only what is written here can come out (SH02-SH05, W06). */

import { BOUNDS, isElement, isText, parseMailHtml, TooComplex, type TreeElement, type TreeNode } from './tree.ts';

/** Elements that stay. Others vanish but what stands in them stays; see `gone`. */
const allowed = new Set(('a abbr address article b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em figcaption figure font '
  + 'footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th '
  + 'thead tr tt u ul var wbr').split(' '));
/** Elements that vanish with everything in them. A form's fields go, the words around them stay. */
const gone = new Set(('script style template noscript iframe frame frameset object embed applet audio video svg math textarea select button input '
  + 'title head xmp plaintext noembed noframes').split(' '));
const empty = new Set(['br', 'col', 'hr', 'img', 'wbr']);
const attributes = new Set(['align', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'color', 'colspan', 'dir', 'face', 'height', 'lang', 'rowspan', 'size',
  'span', 'start', 'style', 'title', 'valign', 'width']);

/** The address of an inline image by its Content-ID, or null. */
export type ImageAddress = (contentId: string) => string | null;

/**
 * The mail's HTML less everything that runs, loads or leads away by itself; null if it is past the bounds. Inline images get
 * the addresses that `imageAddress` knows, others become their alternative text. Style attributes stay: the page this is for
 * is alone in its frame and its policy lets nothing load.
 */
export function rebuildHtml(html: string, imageAddress: ImageAddress): string | null {
  const out: string[] = [];
  try {
    for (const node of parseMailHtml(html)) write(node, { out, imageAddress, depth: 0 });
  } catch (fault) {
    if (fault instanceof TooComplex) return null;
    throw fault;
  }
  return out.join('');
}

type Writing = { out: string[]; imageAddress: ImageAddress; depth: number };

function write(node: TreeNode, writing: Writing): void {
  if (writing.depth > BOUNDS.depth) throw new TooComplex('too deep');
  if (isText(node)) writing.out.push(escape(node.value));
  if (!isElement(node) || gone.has(node.tagName)) return;

  const inside = { ...writing, depth: writing.depth + 1 };
  const tag = openingTag(node, writing.imageAddress);
  if (tag !== null) writing.out.push(tag);
  for (const child of node.childNodes) write(child, inside);
  if (tag !== null && allowed.has(node.tagName) && !empty.has(node.tagName)) writing.out.push(`</${node.tagName}>`);
}

/** Null for an element that vanishes; for an image that is not ours, its words. */
function openingTag(element: TreeElement, imageAddress: ImageAddress): string | null {
  if (!allowed.has(element.tagName)) return null;
  if (element.tagName === 'img') return image(element, imageAddress);
  const link = element.tagName === 'a' ? linkAttributes(attribute(element, 'href')) : '';
  return `<${element.tagName}${keptAttributes(element)}${link}>`;
}

function image(element: TreeElement, imageAddress: ImageAddress): string {
  const source = attribute(element, 'src').trim();
  const address = /^cid:/i.test(source) ? imageAddress(decoded(source.slice(4))) : null;
  const words = attribute(element, 'alt').trim();
  if (address === null) return words === '' ? '' : `<span>[${escape(words)}]</span>`;
  return `<img src="${escape(address)}" alt="${escape(words)}"${keptAttributes(element)}>`;
}

function keptAttributes(element: TreeElement): string {
  return element.attrs.filter(({ name }) => attributes.has(name)).map(({ name, value }) => ` ${name}="${escape(value)}"`).join('');
}

/** Only addresses that a person may follow; the real one is shown on hover. */
function linkAttributes(href: string): string {
  const address = href.trim();
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address)) return '';
  return ` href="${escape(address)}" title="${escape(address)}" target="_blank" rel="noopener noreferrer nofollow"`;
}

function attribute(element: TreeElement, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
