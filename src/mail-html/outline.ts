/** The HTML of a mail as the tree that its text needs: a whole one costs several times as much, nearly all of it for what is not seen in a text. */

import { ruleOf, type Rule } from './nesting.ts';
import { cut, drawnAt, innermost, isDrawn, isOpen, openAt, push, takeOut, type OpenElements } from './open-elements.ts';
import { decodedText, markupFrom, rawEnd, tagAt, type Attribute, type Tag } from './tags.ts';
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
  const outline: Outline = { body, open: { rules: [ruleOf('body')], nodes: [body], drawing: 0, atStart: true }, count: 0 };
  for (let at = 0; at < html.length; ) {
    const start = markupFrom(html, at);
    if (start > at) addText(outline, decodedText(html.slice(at, start)));
    at = start < html.length ? addTag(outline, html, tagAt(html, start)) : start;
  }
  return body.childNodes;
}

/** Between the parts of a table blanks are nothing, and words stand before it. Of all texts every other is nothing but blanks. */
function addText(outline: Outline, text: string): void {
  const { open } = outline;
  const misplaced = innermost(open)?.grid === true;
  const isBlank = !/[^ \t\r\n\f]/.test(text);
  if (isBlank && (misplaced || (open.atStart && !isOpen(open, 'pre')))) return;
  insert(outline, newText(text), misplaced);
  open.atStart &&= isBlank;
}

/** Returns where reading goes on. */
function addTag(outline: Outline, html: string, tag: Tag): number {
  const { open } = outline;
  const { kind, rule, end } = tag;
  if (rule === null) return end;
  if (innermost(open)?.name === 'select' && !endsChoices(open, kind, rule)) return kind === 'open' && rule.name === 'script' ? rawEnd(html, end, rule.name) : end;
  const drawn = isDrawn(open);
  if (drawn && (kind === 'open' ? rule.endsDrawing : rule.name === 'br' || rule.name === 'p')) cut(open, drawnAt(open));
  if (kind === 'close') endElement(outline, rule);
  if (kind !== 'open') return end;
  if (rule.raw && !drawn) return addRaw(outline, html, tag);
  beginElement(outline, rule, tag);
  // A line break right behind the tag is none of the text.
  return rule.name === 'pre' && html.startsWith('\n', end) ? end + 1 : end;
}

/** Whether the tag ends the list of choices that is open, or may stand in one. */
function endsChoices(open: OpenElements, kind: Tag['kind'], rule: Rule): boolean {
  if (rule.name === 'template' || (kind === 'close' && rule.name === 'select')) return true;
  const ends = (kind === 'open' && rule.endsChoices) || ((rule.name === 'table' || rule.standsIn !== null) && isOpen(open, 'table'));
  if (ends) cut(open, open.rules.length - 1);
  return ends && rule.name !== 'select';
}

/** Only of two such elements the text is seen. */
function addRaw(outline: Outline, html: string, { rule, end }: Tag): number {
  const name = rule?.name ?? '';
  const behind = name === 'plaintext' ? html.length : rawEnd(html, end, name);
  if (rule !== null && (name === 'plaintext' || name === 'xmp')) {
    endBefore(outline.open, rule);
    addText(outline, html.slice(end, behind));
  }
  return behind;
}

function beginElement(outline: Outline, said: Rule, { attrs, empty }: { attrs: Attribute[]; empty: boolean }): void {
  const { open } = outline;
  const rule = said.name === 'image' && !isDrawn(open) ? ruleOf('img') : said;
  if (rule.page || (rule.standsIn !== null && !makeRoom(outline, rule.standsIn, rule))) return;
  if (!rule.inline && rule.standsIn === null) endBefore(open, rule);
  const misplaced = rule.standsIn === null && innermost(open)?.grid === true;
  if (rule.name === 'form' && (misplaced || isOpen(open, 'form'))) return;

  const isEmpty = rule.empty || (empty && (rule.drawing || isDrawn(open)));
  const needed = rule.line || rule.unread || rule.name === 'img' || (!isEmpty && (misplaced || attrs.length > 0));
  const node = needed ? newElement(rule.name, attrs) : inner(outline);
  if (needed) insert(outline, node, misplaced);
  open.atStart = rule.line || (open.atStart && rule.name !== 'img' && !misplaced);
  if (!isEmpty) push(open, rule, node);
}

/** What is misplaced in a table stands before it. */
function insert(outline: Outline, node: TreeNode, misplaced: boolean): void {
  outline.count += 1;
  if (outline.count > BOUNDS.nodes) throw new TooComplex('too many nodes');
  const table = misplaced ? outline.open.nodes[outline.open.rules.findLastIndex((rule) => rule.name === 'table')] : undefined;
  if (table === undefined) append(inner(outline), node);
  else insertBefore(table, node);
}

function inner({ body, open }: Outline): TreeElement {
  return open.nodes[open.nodes.length - 1] ?? body;
}

/** Ends what stands in a table where its next part goes; false if there is no table. A cell has a row, said or not. */
function makeRoom(outline: Outline, grid: ReadonlySet<string>, { cell, name }: Rule): boolean {
  const { open } = outline;
  const at = open.rules.findLastIndex((rule) => grid.has(rule.name));
  if (at < 0) return false;
  cut(open, at + 1);
  if (cell && name !== 'caption' && innermost(open)?.name !== 'tr') beginElement(outline, ruleOf('tr'), { attrs: [], empty: false });
  return true;
}

/** Ends what cannot stand around an element. */
function endBefore(open: OpenElements, { name, endsParagraph, heading }: Rule): void {
  if (name === 'li') cut(open, openAt(open, (rule) => rule.name === name, endsNoEntry));
  if (name === 'dd' || name === 'dt') cut(open, openAt(open, (rule) => rule.name === 'dd' || rule.name === 'dt', endsNoEntry));
  if (name === 'button') cut(open, openAt(open, (rule) => rule.name === name, isWall));
  if (name === 'table' && open.rules.findLast((rule) => rule.grid || rule.cell)?.grid === true) cut(open, openAt(open, isTable, () => false));
  if (endsParagraph) cut(open, openAt(open, isParagraph, isParagraphWall));
  if (heading && innermost(open)?.heading === true) cut(open, open.rules.length - 1);
}

const isWall = (rule: Rule) => rule.wall;
const isTable = (rule: Rule) => rule.name === 'table';
const isParagraph = (rule: Rule) => rule.name === 'p';
const isParagraphWall = (rule: Rule) => rule.paragraphWall;
const endsNoEntry = (rule: Rule) => rule.special && rule.name !== 'address' && rule.name !== 'div' && rule.name !== 'p';

function endElement(outline: Outline, ended: Rule): void {
  const { open } = outline;
  const { name } = ended;
  // Nearly always.
  if (innermost(open)?.name === name) return cut(open, open.rules.length - 1);
  const isSame = (rule: Rule) => rule.name === name;
  // An end alone is one of the two that make an element.
  if (name === 'br' || (name === 'p' && openAt(open, isParagraph, isParagraphWall) < 0)) beginElement(outline, ended, { attrs: [], empty: false });
  if (name === 'p') cut(open, openAt(open, isParagraph, isParagraphWall));
  else if (name === 'template') cut(open, openAt(open, isSame, () => false));
  else if (ended.heading) cut(open, openAt(open, (rule) => rule.heading, isWall));
  else if (name === 'table' || ended.standsIn !== null) cut(open, openAt(open, isSame, isTable));
  else if (ended.container) cut(open, openAt(open, isSame, name === 'li' ? (rule) => rule.entryWall : isWall));
  else if (!ended.empty && !ended.page) endInline(open, ended);
}

/** What formats may end while something special is open in it, and then ends nothing but itself. */
function endInline(open: OpenElements, { name, formatting }: Rule): void {
  let at = open.rules.length - 1;
  let crossed = false;
  for (let other = open.rules[at]; other !== undefined && other.name !== name; other = open.rules[at]) {
    if (other.special && (other.wall || !formatting)) return;
    crossed ||= other.special;
    at -= 1;
  }
  if (!crossed && name !== 'form') cut(open, at);
  else if (at > 0) takeOut(open, at);
}
