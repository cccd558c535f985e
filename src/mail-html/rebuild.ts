/** Mail HTML built anew from an allow-list: only what is written here can come out (SH02-SH05, W06). */

import { allowedAttributes, allowedElements, emptyElements, goneElements } from './allowed.ts';
import { blanksAtEnd } from './blanks.ts';
import { foldEnd, foldStart, roomIn, type Room } from './fold-markup.ts';
import { foldsOf, type Fold, type Folds } from './folds.ts';
import { imagePlace, imageWords, isSpeck, type Images } from './image.ts';
import { linkOf } from './link.ts';
import { attribute, escape } from './markup.ts';
import { cleanStyle } from './style.ts';
import { bodyOf, isElement, isText, TooComplex, type TreeElement, type TreeNode } from './tree.ts';

/** `elsewhere`: the hosts of images that are not in the mail, whether shown or not; specks are not named. */
export type Rebuilt = { html: string; elsewhere: string[] };

/** `forwarded`: the mail's subject says that it is. `words`: what is said of a fold; null: what would be behind one is left out. */
export type Folding = { forwarded: boolean; words: Record<Fold, string> | null };

/**
 * The mail's HTML less everything that runs, loads or leads away by itself; null if it is past the bounds. Images that are not
 * shown become their alternative text. What of the style stays cannot load or leave its place (`cleanStyle`); classes and ids
 * in the result are only ours. With `folding`, old mails and signatures stand in `<details>` (M08), or nowhere.
 */
export function rebuildHtml(html: string, images: Images, folding: Folding | null = null): Rebuilt | null {
  const writing: Writing = { out: [], images, elsewhere: new Set(), folds: new Map(), words: folding?.words ?? null, blanks: new Set() };
  try {
    const body = bodyOf(html);
    if (body !== null && folding !== null) writing.folds = foldsOf(body.childNodes, folding.forwarded);
    if (body !== null) writeBody(body, { ...writing, blanks: blanksAtEnd(body.childNodes) });
  } catch (fault) {
    if (fault instanceof TooComplex) return null;
    throw fault;
  }
  return { html: writing.out.join(''), elsewhere: [...writing.elsewhere] };
}

type Writing = { out: string[]; images: Images; elsewhere: Set<string>; folds: Folds; words: Record<Fold, string> | null; blanks: ReadonlySet<TreeNode> };

/** The body's own colours belong to the mail too. */
function writeBody(body: TreeElement, writing: Writing): void {
  const colour = attribute(body, 'bgcolor');
  const style = cleanStyle(`${colour === '' ? '' : `background-color:${colour};`}${attribute(body, 'style')}`);
  if (style !== '') writing.out.push(`<div style="${escape(style)}">`);
  writeAll(body.childNodes, writing, 'here');
  if (style !== '') writing.out.push('</div>');
}

/** Neighbours that are folded stand behind one fold, and nothing in them behind another. */
function writeAll(nodes: readonly TreeNode[], writing: Writing, room: Room): void {
  let open: Fold | null = null;
  for (const node of nodes) {
    if (writing.blanks.has(node) || (writing.words === null && writing.folds.has(node))) continue;
    const fold = room === 'here' ? (writing.folds.get(node) ?? null) : null;
    if (fold !== open && open !== null) writing.out.push(foldEnd);
    if (fold !== open && fold !== null) writing.out.push(foldStart(fold, writing.words?.[fold] ?? ''));
    open = fold;
    write(node, writing, fold === null ? room : 'none');
  }
  if (open !== null) writing.out.push(foldEnd);
}

function write(node: TreeNode, writing: Writing, room: Room): void {
  if (isText(node)) writing.out.push(escape(node.value));
  if (!isElement(node) || goneElements.has(node.tagName)) return;
  if (node.tagName === 'img') return writeImage(node, writing);

  const link = node.tagName === 'a' ? linkOf(attribute(node, 'href'), wordsIn(node)) : null;
  const kept = allowedElements.has(node.tagName);
  if (kept) writing.out.push(`<${node.tagName}${keptAttributes(node)}${link === null ? '' : linkAttributes(link.address)}>`);
  writeAll(node.childNodes, writing, roomIn(node.tagName, room));
  if (kept && !emptyElements.has(node.tagName)) writing.out.push(`</${node.tagName}>`);
  if (link?.host != null) writing.out.push(` <span class="host">→ ${escape(link.host)}</span>`);
}

function writeImage(element: TreeElement, writing: Writing): void {
  const place = imagePlace(element, writing.images);
  if (place.kind === 'elsewhere' && !isSpeck(element)) writing.elsewhere.add(place.host);
  const hidden = place.kind === 'none' || (place.kind === 'elsewhere' && (writing.images.elsewhere === 'blocked' || isSpeck(element)));
  if (hidden) writing.out.push(imageWords(element));
  else writing.out.push(inLink(`<img src="${escape(place.address)}" alt="${escape(attribute(element, 'alt').trim())}"${keptAttributes(element)}>`, place, element));
}

/** A screenshot of ours opens by itself in its own size. */
function inLink(image: string, place: { address: string }, element: TreeElement): string {
  if (!place.address.startsWith('/') || isInLink(element)) return image;
  return `<a href="${escape(place.address)}" target="_blank" rel="noopener noreferrer">${image}</a>`;
}

function isInLink(element: TreeElement): boolean {
  let around = element.parentNode;
  while (around !== null && 'tagName' in around) {
    if (around.tagName === 'a') return true;
    around = around.parentNode;
  }
  return false;
}

function keptAttributes(element: TreeElement): string {
  const kept = element.attrs.filter(({ name }) => allowedAttributes.has(name) && !(name === 'title' && element.tagName === 'a'));
  const style = cleanStyle(`${styleOfClass(attribute(element, 'class'))}${attribute(element, 'style')}`);
  return [...kept, ...(style === '' ? [] : [{ name: 'style', value: style }])].map(({ name, value }) => ` ${name}="${escape(value)}"`).join('');
}

/** Word and Outlook say only in a style sheet that their paragraphs have no space between them. */
function styleOfClass(classes: string): string {
  return /(^|\s)(x_)*Mso(Normal|PlainText|NoSpacing|ListParagraph\w*)(\s|$)/.test(classes) ? 'margin-top:0;margin-bottom:0;' : '';
}

/** The real address on hover; a new page that learns nothing of ours. */
function linkAttributes(address: string): string {
  return ` href="${escape(address)}" title="${escape(address)}" target="_blank" rel="noopener noreferrer nofollow"`;
}

/** The beginning of the words in it: links can stand in links, and each would read all of them again. */
function wordsIn(element: TreeElement): string {
  let words = '';
  for (const child of element.childNodes) {
    if (words.length > MOST_WORDS) break;
    if (isText(child)) words += child.value.slice(0, MOST_WORDS);
    else if (isElement(child)) words += wordsIn(child);
  }
  return words;
}

const MOST_WORDS = 500;
