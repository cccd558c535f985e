/** Whether a mail's HTML is worth a frame of its own, or says no more than its text. */

import { foldsOf, type Folds } from './folds.ts';
import { imagePlace, isSpeck } from './image.ts';
import { attribute } from './markup.ts';
import { cleanStyle } from './style.ts';
import { textOfNodes } from './text.ts';
import { isElement, isText, parseMailHtml, TooComplex, type TreeElement, type TreeNode } from './tree.ts';

/**
 * Whether the HTML holds what its `text` cannot: pictures, tables, lists, emphasis, colours, named links, or words that the text
 * lacks. What is folded does not count. Most mail programs send HTML for what is plain text; that reads better as text. HTML past the bounds says no more.
 */
export function saysMore(html: string, text: string, forwarded = false): boolean {
  try {
    const nodes = parseMailHtml(html);
    const folds = foldsOf(nodes, forwarded);
    return nodes.some((node) => isTelling(node, folds)) || lacksWords(text, textOfNodes(nodes));
  } catch (fault) {
    if (fault instanceof TooComplex) return false;
    throw fault;
  }
}

const tellingElements = new Set('b big code del dl em h1 h2 h3 h4 h5 h6 i ins li mark pre s strike strong sub sup u'.split(' '));
const unseen = new Set('head script style template title'.split(' '));

/** Old mails and signatures tell nothing: they are behind a fold, and the text has their words. */
function isTelling(node: TreeNode, folds: Folds): boolean {
  if (!isElement(node) || unseen.has(node.tagName) || folds.has(node)) return false;
  return tellsItself(node) || node.childNodes.some((child) => isTelling(child, folds));
}

function tellsItself(element: TreeElement): boolean {
  switch (element.tagName) {
    case 'img':
      return !isSpeck(element) && (/^cid:/i.test(attribute(element, 'src').trim()) || imagePlace(element, noImages).kind !== 'none');
    case 'a':
      return isNamedLink(element);
    case 'tr':
      return element.childNodes.filter((cell) => isElement(cell) && hasWords(cell)).length > 1;
    case 'font':
      return isColour(attribute(element, 'color')) && hasWords(element);
    default:
      return (tellingElements.has(element.tagName) || hasTellingStyle(attribute(element, 'style'))) && hasWords(element);
  }
}

const noImages = { attached: () => null, elsewhere: 'blocked' as const };

function hasWords(node: TreeNode): boolean {
  return isText(node) ? /[\p{L}\p{N}]/u.test(node.value) : isElement(node) && node.childNodes.some(hasWords);
}

/** A link whose words are not the address itself. */
function isNamedLink(element: TreeElement): boolean {
  const href = attribute(element, 'href').trim().toLowerCase();
  const words = textIn(element).trim().toLowerCase();
  return /^https?:/.test(href) && /[\p{L}\p{N}]/u.test(words) && !href.includes(words.replace(/^(https?:\/\/)?(www\.)?/, '').replace(/\/$/, ''));
}

function textIn(node: TreeNode): string {
  return isText(node) ? node.value : isElement(node) ? node.childNodes.map(textIn).join('') : '';
}

function hasTellingStyle(style: string): boolean {
  return cleanStyle(style).split(';').some((declaration) => {
    const [property = '', value = ''] = declaration.toLowerCase().split(':');
    if (property === 'color' || property === 'background-color') return isColour(value);
    if (property === 'font-weight') return /bold|[6-9]00/.test(value);
    return (property === 'font-style' && value === 'italic') || (property.startsWith('text-decoration') && /underline|line-through/.test(value));
  });
}

/** Anything but black, white, grey and the blue in which Outlook writes every answer. */
function isColour(value: string): boolean {
  const colour = value.trim().toLowerCase();
  if (/^(|black|white|windowtext|inherit|initial|transparent|auto|none|gr[ae]y|dimgr[ae]y|#1f497d|rgb\(31, ?73, ?125\))$/.test(colour)) return false;
  const parts = partsOf(colour);
  return parts === null || Math.max(...parts) - Math.min(...parts) > 40;
}

/** Red, green and blue from 0 to 255, of `#rgb`, `#rrggbb` and `rgb()`. */
function partsOf(colour: string): number[] | null {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/.exec(colour)?.[1];
  if (hex !== undefined) return (hex.length === 3 ? [...hex].map((one) => one + one) : hex.match(/../g) ?? []).map((one) => Number.parseInt(one, 16));
  const numbers = /^rgba?\(/.test(colour) ? colour.match(/[\d.]+/g)?.slice(0, 3).map(Number) : undefined;
  return numbers?.length === 3 ? numbers : null;
}

/** More than a few words of the HTML are not in the text, as where it only says that there is HTML. */
function lacksWords(text: string, shown: string): boolean {
  const known = new Set(wordsOf(text));
  const words = wordsOf(shown);
  return words.filter((word) => !known.has(word)).length > words.length / 20 + 2;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}
