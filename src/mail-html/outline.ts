/** The HTML of a mail as the tree that its text needs: a whole one costs several times as much, nearly all of it for what is not seen in a text. */

import { blocks, unread } from './lines.ts';
import { cells, choiceEnds, containers, empties, endDrawings, endParagraphs, entryWalls, formatting, gridOf, grids, headings, pages, paragraphWalls, raws, shownRaws, special, tables, walls } from './nesting.ts';
import { cut, drawnAt, entryAt, headingAt, innermost, isDrawn, openAt, push, takeOut, type OpenElements } from './open-elements.ts';
import { decodedText, markupFrom, rawEnd, tagAt, type Tag } from './tags.ts';
import { append, BOUNDS, insertBefore, newElement, newText, TooComplex, type TreeElement, type TreeNode } from './tree.ts';

/** `count`: nodes so far. */
type Outline = { body: TreeElement; open: OpenElements; count: number };

/**
 * What stands in the body, less elements and attributes that make no difference to its text. Throws TooComplex past the bounds. Linear.
 *
 * Elements are ended by others, and moved out of tables, as browsers do it, as far as it can be seen in a text; tests hold the text
 * against the one of the whole tree.
 */
export function outlineOf(html: string): TreeNode[] {
  if (html.length > BOUNDS.characters) throw new TooComplex('too long');
  const body = newElement('body', []);
  const outline: Outline = { body, open: { names: ['body'], nodes: [body], drawing: 0 }, count: 0 };
  for (let at = 0; at < html.length; ) {
    const start = markupFrom(html, at);
    if (start > at) addText(outline, decodedText(html.slice(at, start)));
    at = start < html.length ? addTag(outline, html, tagAt(html, start, wanted)) : start;
  }
  return body.childNodes;
}

/** Attributes that make a difference: see `partOf` and `linesOfHtml`. */
function wanted(name: string): ReadonlySet<string> {
  return marksOf.get(name) ?? marks;
}

const marks = new Set('class data-marker data-signatureblock data-smartmail id'.split(' '));
const pictures = new Set(['alt']);
const marksOf = new Map([['blockquote', new Set([...marks, 'style', 'type'])], ['div', new Set([...marks, 'name', 'style'])], ['image', pictures], ['img', pictures]]);

/** Between the parts of a table blanks are nothing, and words stand before it. */
function addText(outline: Outline, text: string): void {
  const misplaced = grids.has(innermost(outline.open));
  if (!misplaced || /[^ \t\r\n\f]/.test(text)) insert(outline, newText(text), misplaced);
}

/** Returns where reading goes on. */
function addTag(outline: Outline, html: string, tag: Tag): number {
  const { open } = outline;
  if (innermost(open) === 'select' && !endsChoices(open, tag)) return tag.name === 'script' && tag.kind === 'open' ? rawEnd(html, tag.end, tag.name) : tag.end;
  const drawn = isDrawn(open);
  if (drawn && endsDrawing(tag)) cut(open, drawnAt(open));
  if (tag.kind === 'close') endElement(outline, tag.name);
  if (tag.kind !== 'open') return tag.end;
  if (raws.has(tag.name) && !drawn) return addRaw(outline, html, tag);
  beginElement(outline, tag);
  // A line break right behind the tag is none of the text.
  return tag.name === 'pre' && html.startsWith('\n', tag.end) ? tag.end + 1 : tag.end;
}

function endsDrawing({ kind, name }: Tag): boolean {
  return kind === 'open' ? endDrawings.has(name) : kind === 'close' && (name === 'br' || name === 'p');
}

/** Whether the tag ends the list of choices that is open, or is its own end. */
function endsChoices(open: OpenElements, { kind, name }: Tag): boolean {
  if (name === 'template' || (kind === 'close' && name === 'select')) return true;
  const ends = kind === 'open' && choiceEnds.has(name) || (kind !== 'none' && (name === 'table' || gridOf.has(name)) && open.names.includes('table'));
  if (ends) cut(open, open.names.length - 1);
  return ends && name !== 'select';
}

function addRaw(outline: Outline, html: string, { name, end }: Tag): number {
  const behind = name === 'plaintext' ? html.length : rawEnd(html, end, name);
  if (shownRaws.has(name)) {
    endBefore(outline.open, name);
    addText(outline, html.slice(end, behind));
  }
  return behind;
}

function beginElement(outline: Outline, { name: said, attrs, empty }: Omit<Tag, 'kind' | 'end'>): void {
  const { open } = outline;
  const name = said === 'image' && !isDrawn(open) ? 'img' : said;
  const grid = gridOf.get(name);
  if (pages.has(name) || (grid !== undefined && !makeRoom(open, grid))) return;
  if (grid === undefined) endBefore(open, name);
  // A cell has a row, said or not.
  else if (grid === grids && innermost(open) !== 'tr') beginElement(outline, { name: 'tr', attrs: [], empty: false });
  const misplaced = grid === undefined && grids.has(innermost(open));
  if (name === 'form' && (misplaced || open.names.includes(name))) return;

  const isEmpty = empties.has(name) || (empty && (name === 'svg' || name === 'math' || isDrawn(open)));
  const needed = isOfAccount(name) || (!isEmpty && (misplaced || attrs.length > 0));
  const node = needed ? newElement(name, attrs) : null;
  if (node !== null) insert(outline, node, misplaced);
  if (!isEmpty) push(open, name, node ?? inner(outline));
}

function isOfAccount(name: string): boolean {
  return blocks.has(name) || name === 'br' || name === 'img' || name === 'td' || name === 'th' || unread.has(name);
}

/** What is misplaced in a table stands before it. */
function insert(outline: Outline, node: TreeNode, misplaced: boolean): void {
  outline.count += 1;
  if (outline.count > BOUNDS.nodes) throw new TooComplex('too many nodes');
  const table = misplaced ? outline.open.nodes[outline.open.names.lastIndexOf('table')] : undefined;
  if (table === undefined) append(inner(outline), node);
  else insertBefore(table, node);
}

function inner({ body, open }: Outline): TreeElement {
  return open.nodes[open.nodes.length - 1] ?? body;
}

/** Ends what stands in a table where its next part goes; false if there is no table. */
function makeRoom(open: OpenElements, grid: ReadonlySet<string>): boolean {
  const at = open.names.findLastIndex((name) => grid.has(name));
  cut(open, at + 1);
  return at >= 0;
}

/** Ends what cannot stand around `name`. */
function endBefore(open: OpenElements, name: string): void {
  if (name === 'li' || name === 'dd' || name === 'dt') cut(open, entryAt(open, name));
  if (name === 'button') cut(open, openAt(open, name, walls));
  if (name === 'table' && !cells.has(open.names.findLast((one) => grids.has(one) || cells.has(one)) ?? 'td')) cut(open, openAt(open, name, tables));
  if (endParagraphs.has(name)) cut(open, openAt(open, 'p', paragraphWalls));
  if (headings.has(name) && headings.has(innermost(open))) cut(open, open.names.length - 1);
}

function endElement(outline: Outline, name: string): void {
  const { open } = outline;
  // An end alone is one of the two that make an element.
  if (name === 'br' || (name === 'p' && openAt(open, name, paragraphWalls) < 0)) beginElement(outline, { name, attrs: [], empty: false });
  if (name === 'p') cut(open, openAt(open, name, paragraphWalls));
  else if (name === 'template') cut(open, open.names.lastIndexOf(name));
  else if (headings.has(name)) cut(open, headingAt(open));
  else if (name === 'table' || gridOf.has(name)) cut(open, openAt(open, name, tables));
  else if (containers.has(name)) cut(open, openAt(open, name, name === 'li' ? entryWalls : walls));
  else if (!empties.has(name) && !pages.has(name)) endInline(open, name);
}

/** What formats may end while something special is open in it, and then ends nothing but itself. */
function endInline(open: OpenElements, name: string): void {
  let at = open.names.length - 1;
  let crossed = false;
  for (let other = open.names[at]; other !== undefined && other !== name; other = open.names[at]) {
    if (special.has(other) && (walls.has(other) || !formatting.has(name))) return;
    crossed ||= special.has(other);
    at -= 1;
  }
  if (!crossed && name !== 'form') cut(open, at);
  else if (at > 0) takeOut(open, at);
}
