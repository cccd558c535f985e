/** What Outlook packs into `winmail.dat` (MS-OXTNEF): the text and the files of a mail (M06). */

import { charsetOfPage } from '../charset-labels.ts';
import { decodeBytes } from '../charset.ts';
import { typeByName } from '../file-names.ts';
import { decompressRtf, type Room } from './compressed-rtf.ts';
import { mapiProperties, Property, type MapiProperties } from './mapi-properties.ts';
import { rtfText } from './rtf-text.ts';
import { sections, type Section } from './tnef-sections.ts';

/** `html` and `text` are what the mail says; each may be missing. */
export type Unpacked = { text: string | null; html: string | null; files: PackedFile[] };
export type PackedFile = { name: string | null; type: string; bytes: Uint8Array; contentId: string | null };

/** Mails within mails. */
const DEEPEST = 3;
const MOST_FILES = 100;

/** Attributes (MS-OXTNEF 2.1.1). */
const BODY = 0x800c;
const MESSAGE_PROPERTIES = 0x9003;
const CODE_PAGE = 0x9007;
const NEW_FILE = 0x9002;
const FILE_TITLE = 0x8010;
const FILE_DATA = 0x800f;
const FILE_PROPERTIES = 0x9005;

/** The contents, or null if the bytes are no TNEF. What is broken or cut off ends the reading, not what was read before. */
export function unpackTnef(bytes: Uint8Array, room: Room, depth = 0): Unpacked | null {
  const all = sections(bytes);
  if (all === null) return null;
  const charset = charsetOf(all);
  const files = filesOf(all, charset).slice(0, MOST_FILES).flatMap((file) => fileOf(file, { charset, room, depth }));
  return { ...bodyOf(all, charset, room), files };
}

/** The code page of the sender's machine; text in Unicode does not need it. */
function charsetOf(all: Section[]): string {
  const page = all.find((section) => section.id === CODE_PAGE)?.bytes;
  const number = page === undefined || page.length < 4 ? 0 : new DataView(page.buffer, page.byteOffset).getUint32(0, true);
  return charsetOfPage(number);
}

function bodyOf(all: Section[], charset: string, room: Room): { text: string | null; html: string | null } {
  const section = all.find((one) => one.id === MESSAGE_PROPERTIES);
  const properties: MapiProperties = section === undefined ? new Map() : mapiProperties(section.bytes);
  const inner = properties.get(Property.internetCodePage);
  const page = inner?.kind === 'number' ? charsetOfPage(inner.value) : charset;

  const html = textOf(properties, Property.html, page);
  const plain = textOf(properties, Property.body, charset) ?? bodyAttribute(all, charset);
  const rich = properties.get(Property.compressedRtf);
  const rtf = html === null && rich?.kind === 'bytes' ? decompressRtf(rich.bytes, room) : null;
  const readable = rtf === null ? null : rtfText(rtf);
  return { html: html ?? readable?.html ?? null, text: plain ?? readable?.text ?? null };
}

function bodyAttribute(all: Section[], charset: string): string | null {
  const body = all.find((section) => section.id === BODY);
  return body === undefined ? null : withoutNul(decodeBytes(body.bytes, charset));
}

/** Each begins with its own mark; its properties come behind. */
function filesOf(all: Section[], charset: string): { title: string | null; bytes: Uint8Array | null; properties: MapiProperties }[] {
  const files: ReturnType<typeof filesOf> = [];
  for (const { id, bytes } of all) {
    if (id === NEW_FILE) files.push({ title: null, bytes: null, properties: new Map() });
    const file = files.at(-1);
    if (file === undefined) continue;
    if (id === FILE_TITLE) file.title = withoutNul(decodeBytes(bytes, charset));
    if (id === FILE_DATA) file.bytes = bytes;
    if (id === FILE_PROPERTIES) file.properties = mapiProperties(bytes);
  }
  return files;
}

type Known = { charset: string; room: Room; depth: number };

function fileOf({ title, bytes, properties }: ReturnType<typeof filesOf>[number], { charset, room, depth }: Known): PackedFile[] {
  const name = textOf(properties, Property.longFileName, charset) ?? textOf(properties, Property.displayName, charset) ?? title ?? textOf(properties, Property.fileName, charset);
  const object = properties.get(Property.fileData);
  const inner = object?.kind === 'object' && depth < DEEPEST ? unpackTnef(object.bytes, room, depth + 1) : null;
  if (inner !== null) return [...innerText(inner, name), ...inner.files];
  const data = bytes ?? (object?.kind === 'bytes' || object?.kind === 'object' ? object.bytes : null);
  if (data === null) return [];
  const type = textOf(properties, Property.mimeType, charset)?.toLowerCase() ?? '';
  const contentId = textOf(properties, Property.contentId, charset)?.replace(/^<|>$/g, '') || null;
  return [{ name, type: /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : typeByName(name ?? ''), bytes: data, contentId }];
}

/** The text of a mail within the mail, as a file of its own. */
function innerText({ text, html }: Unpacked, name: string | null): PackedFile[] {
  const said = html ?? text;
  if (said === null || said.trim() === '') return [];
  const [type, ending] = html === null ? ['text/plain', 'txt'] : ['text/html', 'html'];
  return [{ name: name === null || name === '' ? null : `${name}.${ending}`, type: `${type}`, bytes: new TextEncoder().encode(said), contentId: null }];
}

function textOf(properties: MapiProperties, id: number, charset: string): string | null {
  const value = properties.get(id);
  if (value?.kind === 'text') return value.text;
  const text = value?.kind === 'bytes' ? withoutNul(decodeBytes(value.bytes, charset)) : '';
  return text === '' ? null : text;
}

function withoutNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
