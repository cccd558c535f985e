/** The parts of a mail sorted into what is read and what is a file. */

import { joinedHtml } from '../../mail-html/join.ts';
import { charsetOfHtml } from '../../mail-html/charset.ts';
import { decodeBytes } from './charset.ts';
import { typeByName } from './file-names.ts';
import { unflowed } from './flowed-text.ts';
import { newPart } from './packed/unpack.ts';
import { withoutUuencoded } from './packed/uuencoded.ts';
import type { Part } from './part.ts';

/** One stretch of the text, in one form or in both. */
export type Passage = { plain: string | null; html: string | null };

/** `spare`: texts that are files too, or come in an Outlook file; they are read where nothing else is. */
export type Sorted = { passages: Passage[]; files: Part[]; spare: Part[] };

/** Of all texts together; many times what an article keeps. */
const MOST_BYTES = 2 * 1024 * 1024;

/** In the order of the parts. Texts are cut where they become too long to be read by anybody; the raw mail has them all. */
export function sorted(root: Part): Sorted {
  const files: Part[] = [];
  const spare: Part[] = [];
  return { passages: passagesOf(root, { files, spare, room: MOST_BYTES }), files, spare };
}

/** What the first `most` bytes of a text say. */
export function passageOf(part: Part, most = MOST_BYTES): Passage {
  const text = contentOf({ ...part, bytes: part.bytes.subarray(0, most) });
  return part.type === 'text/html' ? { plain: null, html: text } : { plain: text, html: null };
}

type Sink = { files: Part[]; spare: Part[]; room: number };

function passagesOf(part: Part, sink: Sink): Passage[] {
  if (part.type.startsWith('multipart/')) return passagesOfParts(part, sink);
  if (isReadable(part) && part.fileName === null && !part.spare) {
    const passage = passageOf(part, sink.room);
    sink.room -= Math.min(sink.room, part.bytes.length);
    return [unpackedPassage(passage, sink)];
  }
  if (isReadable(part)) sink.spare.push(part);
  if (part.spare) return [];
  if (part.bytes.length > 0 || part.fileName !== null || part.disposition === 'attachment') sink.files.push(part);
  return [];
}

/** Its uuencoded files are files. */
function unpackedPassage({ plain, html }: Passage, sink: Sink): Passage {
  if (plain === null) return { plain, html };
  const { text, files } = withoutUuencoded(plain);
  for (const { name, bytes } of files) sink.files.push(newPart({ type: typeByName(name), fileName: name, bytes }));
  return { plain: text, html };
}

function passagesOfParts(part: Part, sink: Sink): Passage[] {
  switch (part.type) {
    case 'multipart/alternative':
      return alternative(part, sink);
    case 'multipart/related':
      return related(part, sink);
    case 'multipart/appledouble':
    case 'multipart/x-appledouble':
      // What a Macintosh keeps beside a file; nobody else can use it.
      return part.parts.filter((child) => child.type !== 'application/applefile').flatMap((child) => passagesOf(child, sink));
    default:
      return part.parts.flatMap((child) => passagesOf(child, sink));
  }
}

/** One passage in several forms (RFC 2046 §5.1.4): of each form the first; what is no text is a file. */
function alternative(part: Part, sink: Sink): Passage[] {
  const forms = part.parts.filter((child) => !FOR_OTHERS.has(child.type)).flatMap((child) => passagesOf(child, sink));
  const html = forms.map((form) => form.html ?? '').filter((form) => form.trim() !== '');
  const plain = forms.find((form) => (form.plain ?? '').trim() !== '')?.plain ?? null;
  if (plain === null && html.length === 0) return [];
  return [{ plain, html: html.length === 0 ? null : joinedHtml(html) }];
}

/** Forms of the same text for programs and watches that want their own. */
const FOR_OTHERS = new Set(['text/x-amp-html', 'text/watch-html', 'text/x-watch-html']);

/** The first part, or the one it names, is the text (RFC 2387); others belong to it, whatever type they are. */
function related(part: Part, sink: Sink): Passage[] {
  const start = part.params.get('start')?.replace(/^<|>$/g, '');
  const root = part.parts.find((child) => start !== undefined && child.contentId === start) ?? part.parts[0];
  return part.parts.flatMap((child) => {
    const belongs = child !== root && child.parts.length === 0 && (child.contentId ?? child.contentLocation) !== null;
    if (!belongs) return passagesOf(child, sink);
    sink.files.push(child);
    return [];
  });
}

const READABLE = new Set(['text/plain', 'text/html', 'text/markdown', 'text/x-markdown', 'text/x-web-markdown', 'text/enriched', 'text/richtext']);

/** A text that is meant as a file is one. */
function isReadable(part: Part): boolean {
  return READABLE.has(part.type) && part.disposition !== 'attachment';
}

function contentOf(part: Part): string {
  const declared = part.params.get('charset') ?? (part.type === 'text/html' ? charsetOfHtml(part.bytes) : null);
  const text = decodeBytes(part.bytes, declared).replace(/\r{1,3}\n|\r/g, '\n');
  return part.params.get('format')?.toLowerCase() === 'flowed' ? unflowed(text, part.params.get('delsp')?.toLowerCase() === 'yes') : text;
}
