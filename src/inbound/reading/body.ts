/** The parts of a mail sorted into what is read and what is a file. */

import { htmlOfText, joinedHtml } from '../../mail-html/join.ts';
import { textOfHtml } from '../../mail-html/text.ts';
import { cleanFileName } from '../../rules/clean.ts';
import type { Mail, MailFile } from '../../rules/mail.ts';
import { decodeBytes } from './charset.ts';
import { decodeWords } from './encoded-words.ts';
import { nameByType } from './file-names.ts';
import { unflowed } from './flowed-text.ts';
import type { Part } from './part.ts';

export type Body = Pick<Mail, 'text' | 'html' | 'files'>;

/** One stretch of the text, in one form or in both. */
type Passage = { plain: string | null; html: string | null };

/** What a reader of the mail sees and gets, in the order of its parts. */
export function readBody(root: Part): Body {
  const files: Part[] = [];
  const passages = passagesOf(root, files);
  const html = passages.filter((passage) => passage.html !== null);
  const shown = imagesIn(html.map((passage) => passage.html ?? ''));
  return {
    text: passages.map(textOf).filter((text) => text !== '').join('\n\n'),
    html: html.length === 0 ? null : joinedHtml(passages.map((passage) => passage.html ?? htmlOfText(passage.plain ?? ''))),
    files: files.map((part, index) => fileOf(part, index, shown)),
  };
}

function passagesOf(part: Part, files: Part[]): Passage[] {
  if (part.type === 'multipart/alternative') return alternative(part, files);
  if (part.type.startsWith('multipart/') && part.parts.length > 0) return part.parts.flatMap((child) => passagesOf(child, files));
  if (isText(part)) return [part.type === 'text/html' ? { plain: null, html: contentOf(part) } : { plain: contentOf(part), html: null }];
  if (part.bytes.length > 0 || part.fileName !== null) files.push(part);
  return [];
}

/** One passage in several forms (RFC 2046 §5.1.4): of each form the first; what is no text is a file. */
function alternative(part: Part, files: Part[]): Passage[] {
  const forms = part.parts.flatMap((child) => passagesOf(child, files));
  const written = (form: string | null) => form !== null && form.trim() !== '';
  const html = forms.filter((form) => written(form.html)).map((form) => form.html ?? '');
  const plain = forms.find((form) => written(form.plain))?.plain ?? null;
  if (plain === null && html.length === 0) return [];
  return [{ plain, html: html.length === 0 ? null : joinedHtml(html) }];
}

function textOf({ plain, html }: Passage): string {
  return (plain ?? textOfHtml(html ?? '')).replace(/^\n+/, '').trimEnd();
}

/** The Content-IDs that the HTML names; looked for once, as there can be many files and much HTML. */
function imagesIn(htmls: string[]): Set<string> {
  return new Set(htmls.flatMap((html) => [...html.matchAll(/cid:([^"'<>\s)]{1,500})/gi)].map((found) => found[1] ?? '')));
}

/** A text that is named or meant as a file is one. */
function isText(part: Part): boolean {
  if (part.type !== 'text/plain' && part.type !== 'text/html') return false;
  return part.disposition !== 'attachment' && part.fileName === null;
}

function contentOf(part: Part): string {
  const text = decodeBytes(part.bytes, part.params.get('charset') ?? null).replace(/\r\n?/g, '\n');
  return part.params.get('format')?.toLowerCase() === 'flowed' ? unflowed(text, part.params.get('delsp')?.toLowerCase() === 'yes') : text;
}

function fileOf(part: Part, index: number, shown: Set<string>): MailFile {
  const name = cleanFileName(decodeWords(part.fileName ?? ''));
  return {
    name: name || nameByType(part.type, index),
    type: part.type,
    bytes: part.bytes,
    contentId: part.contentId,
    inline: part.contentId !== null && (shown.has(part.contentId) || shown.has(encodeURIComponent(part.contentId))),
  };
}
