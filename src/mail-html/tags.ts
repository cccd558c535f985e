/** The tags of HTML and the texts between them, as browsers tell them apart (HTML Standard §13.2.5); what they enclose is for others to say. */

import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { ruleOf, type Rule } from './nesting.ts';

export type Attribute = { name: string; value: string };

/** `rule`: of the element that it begins or ends; null for a comment and what browsers take for one. `empty`: written with a slash at its end. `end`: the offset behind it. */
export type Tag = { kind: 'open' | 'close'; rule: Rule | null; attrs: Attribute[]; empty: boolean; end: number };

const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** Where the next tag or comment begins; the end of `html` if there is none. Any other `<` is text. */
export function markupFrom(html: string, from: number): number {
  for (let at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
    const code = html.charCodeAt(at + 1);
    if (isLetter(code) || code === EXCLAMATION || code === QUESTION || (code === SLASH && at + 2 < html.length)) return at;
  }
  return html.length;
}

/** The text that stands between two tags. */
export function decodedText(coded: string): string {
  return coded.includes('&') ? decodeHTML(coded) : coded;
}

/** The tag or comment at `at`, with those of its attributes that make a difference. One that never ends is a comment. Linear. */
export function tagAt(html: string, at: number): Tag {
  const kind = html.charCodeAt(at + 1) === SLASH ? 'close' : 'open';
  const start = kind === 'close' ? at + 2 : at + 1;
  if (!isLetter(html.charCodeAt(start))) return { kind, rule: null, attrs: none, empty: false, end: commentEnd(html, at) };
  const nameEnd = pastName(html, start, GREATER);
  const rule = ruleOf(html.slice(start, nameEnd));
  if (html.charCodeAt(nameEnd) === GREATER) return { kind, rule, attrs: none, empty: false, end: nameEnd + 1 };
  const attrs: Attribute[] = [];
  const end = readAttributes(html, nameEnd, { attrs, wanted: rule.marks });
  return end < 0 ? { kind, rule: null, attrs, empty: false, end: html.length } : { kind, rule, attrs, empty: html.charCodeAt(end - 2) === SLASH, end };
}

/** Nobody adds to it. */
const none: Attribute[] = [];

function commentEnd(html: string, at: number): number {
  if (!html.startsWith('<!--', at)) return behind(html, '>', at + 2);
  if (html.startsWith('>', at + 4)) return at + 5;
  if (html.startsWith('->', at + 4)) return at + 6;
  COMMENT_END.lastIndex = at + 4;
  return COMMENT_END.test(html) ? COMMENT_END.lastIndex : html.length;
}

const COMMENT_END = /--!?>/g;

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** Where the text ends that began behind the tag of `name`, in which nothing is a tag but its own end. */
export function rawEnd(html: string, from: number, name: string): number {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Behind the tag's end; -1 if there is none. Of an attribute given twice the first counts. */
function readAttributes(html: string, from: number, { attrs, wanted }: { attrs: Attribute[]; wanted: ReadonlySet<string> }): number {
  let at = from;
  while (at < html.length) {
    const code = html.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === SLASH || isBlank(code)) {
      at += 1;
      continue;
    }
    // An equals sign may be the first of a name.
    const nameEnd = pastName(html, at + 1, EQUALS);
    const value = valueAt(html, pastBlanks(html, nameEnd));
    if (value.end < 0) return -1;
    const name = html.slice(at, nameEnd).toLowerCase();
    if (wanted.has(name) && !attrs.some((one) => one.name === name)) attrs.push({ name, value: decodedAttribute(html.slice(value.start, value.to)) });
    at = value.end;
  }
  return -1;
}

/** From `start` to `to`, empty if there is no equals sign at `at`. `end`: -1 if its quote never closes. */
function valueAt(html: string, at: number): { start: number; to: number; end: number } {
  if (html.charCodeAt(at) !== EQUALS) return { start: at, to: at, end: at };
  const start = pastBlanks(html, at + 1);
  const code = html.charCodeAt(start);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const close = html.indexOf(code === DOUBLE_QUOTE ? '"' : "'", start + 1);
    return { start: start + 1, to: close, end: close < 0 ? -1 : close + 1 };
  }
  let to = start;
  while (to < html.length && html.charCodeAt(to) !== GREATER && !isBlank(html.charCodeAt(to))) to += 1;
  return { start, to, end: to };
}

function decodedAttribute(coded: string): string {
  return coded.includes('&') ? decodeHTMLAttribute(coded) : coded;
}

/** `other`: what ends the name too. */
function pastName(html: string, from: number, other: number): number {
  let at = from;
  for (let code = html.charCodeAt(at); at < html.length && code !== GREATER && code !== SLASH && code !== other && !isBlank(code); code = html.charCodeAt(at)) at += 1;
  return at;
}

function pastBlanks(html: string, from: number): number {
  let at = from;
  while (isBlank(html.charCodeAt(at))) at += 1;
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}
