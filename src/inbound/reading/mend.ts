/** Small repairs of mails that no parser can read as they are: each gives the bytes that the sender must have meant. */

import { base64Bytes } from './base64.ts';
import { joinedBytes } from './bytes.ts';
import { byteText, headerFields, type HeaderBlock, type RawField } from './header-fields.ts';

const LF = 0x0a;
const CR = 0x0d;
/** What is looked at to tell what a body is. */
const SAMPLE = 64 * 1024;

/** What is known of a part before it is read. `parts`: how many the parser found in it. */
export type Found = { block: HeaderBlock; type: string; typed: boolean; encoding: string; parts: number };

/** The mail without what file formats and editors put above it, its lines ended by LF, and its header told from its body. */
export function mendedMail(raw: Uint8Array<ArrayBuffer>): { mail: Uint8Array<ArrayBuffer>; header: HeaderBlock } {
  const ended = onlyCarriageReturns(raw) ? raw.map((byte) => (byte === CR ? LF : byte)) : raw;
  const start = firstLine(ended);
  const mail = start === 0 ? ended : ended.subarray(start);
  const header = headerFields(mail);
  const mended = hasNoHeader(header.fields) ? joinedBytes(['\r\n', mail]) : mendedHeader(mail, header.fields);
  return mended === null ? { mail, header } : { mail: mended, header: headerFields(mended) };
}

/** The part's bytes mended, or null if there is nothing to mend. What is returned has to be looked at again. */
export function mendedPart(part: Uint8Array, found: Found): Uint8Array<ArrayBuffer> | null {
  const header = mendedHeader(part, found.block.fields);
  if (header !== null) return header;

  const sample = (length: number) => byteText(part.subarray(found.block.end, found.block.end + length));
  if (found.encoding === 'base64' && !looksLikeBase64(sample(4096))) return joinedBytes(['Content-Transfer-Encoding: 8bit\r\n', part]);
  if (found.type.startsWith('multipart/') && found.encoding === 'base64' && found.parts === 0) return decodedMultipart(part, found.block.end);
  if (found.type.startsWith('multipart/')) return found.parts === 0 ? multipartAnew(part, sample(SAMPLE), found.type) : null;
  if (found.typed || !beginsWithPart(sample(1000))) return null;
  return boundaryIn(sample(SAMPLE)) === null ? null : multipartAnew(part, sample(SAMPLE), 'multipart/mixed');
}

/** A file of one mail as mailboxes keep it, or one that an editor saved: byte order mark, blank lines, `From anna@x Mon Jan 1 …`. */
function firstLine(raw: Uint8Array): number {
  if (!MAY_BE_ABOVE.has(raw[0])) return 0;
  const top = byteText(raw.subarray(0, 2000));
  return /^(?:\xef\xbb\xbf)?\s*(?:>?From [^\n:]{1,200}(?::\d\d){1,2}[^\n]{0,200}\n)?/.exec(top)?.[0].length ?? 0;
}

/** A byte order mark, blanks as a pattern knows them, `>`, `F`. */
const MAY_BE_ABOVE: ReadonlySet<number | undefined> = new Set([0xef, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x3e, 0x46]);

function onlyCarriageReturns(raw: Uint8Array): boolean {
  const top = raw.subarray(0, 4096);
  return !top.includes(LF) && top.includes(CR);
}

/** Text alone, as some programs hand it over: its first line is no field, and none that everybody knows follows. */
function hasNoHeader(fields: RawField[]): boolean {
  return fields[0]?.name === '' && !fields.some(({ name }) => KNOWN_FIELD.test(`${name}:`));
}

const KNOWN_FIELD = /^(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|content-type|delivered-to|x-[\w-]{1,60}):/im;

/**
 * With a blank before each line that was folded without one, and an empty line where the body begins without one: at the first line
 * that is no field, unless fields that everybody knows follow, for then it is only a line in the wrong place.
 */
function mendedHeader(part: Uint8Array, fields: RawField[]): Uint8Array<ArrayBuffer> | null {
  if (!fields.some((field) => field.name === '')) return null;
  const lastKnown = fields.findLastIndex(({ name }) => name.startsWith('content-') || KNOWN_FIELD.test(`${name}:`));
  const pieces: (string | Uint8Array)[] = [];
  let at = 0;
  for (const [index, { name, start }] of fields.entries()) {
    const mend = name !== '' ? null : isUnfinished(fields[index - 1]) ? ' ' : index > lastKnown ? '\r\n' : null;
    if (mend === null) continue;
    pieces.push(part.subarray(at, start), mend);
    at = start;
    if (mend !== ' ') break;
  }
  return at === 0 && pieces.length === 0 ? null : joinedBytes([...pieces, part.subarray(at)]);
}

/** Nothing was said yet, or a list, an address or a parameter goes on in the next line. */
function isUnfinished(field: RawField | undefined): boolean {
  if (field === undefined) return false;
  const end = field.value.slice(-80).trim();
  return field.name !== '' && (end === '' || (LISTS.has(field.name) && /[,;@<=]$/.test(end)));
}

const LISTS = new Set(['from', 'to', 'cc', 'bcc', 'reply-to', 'sender', 'references', 'in-reply-to', 'content-type', 'content-disposition', 'received',
  'dkim-signature', 'authentication-results']);

/** RFC 2045 §6.4 forbids it, and still some gateways encode parts and boundaries as one. */
function decodedMultipart(part: Uint8Array, end: number): Uint8Array<ArrayBuffer> {
  return joinedBytes(['Content-Transfer-Encoding: 8bit\r\n', part.subarray(0, end), base64Bytes(part.subarray(end))]);
}

/** With the boundary that is really there; where there is none it is a text. Null if it is only empty. */
function multipartAnew(part: Uint8Array, sample: string, type: string): Uint8Array<ArrayBuffer> | null {
  const boundary = boundaryIn(sample);
  if (boundary !== null) return joinedBytes([`Content-Type: ${type}; boundary="${boundary.replace(/["\\]/g, '\\$&')}"\r\n`, part]);
  return /^\s*(?:--[^\n]*\s*)?$/.test(sample) ? null : joinedBytes(['Content-Type: text/plain\r\n', part]);
}

/** Nothing but a line like *This is a multi-part message in MIME format* stands above. */
function beginsWithPart(sample: string): boolean {
  const top = sample.trimStart();
  return top.startsWith('--') || /^[^\n]*\bMIME\b[^\n]*\n\s*--/.test(top);
}

/** What the first line says that begins with two hyphens and has a part's header below it. */
function boundaryIn(sample: string): string | null {
  return /^--([^\s-][^\r\n]{0,150}?|-[^\r\n]{0,150}?)[ \t]*\r?\nContent-[\w-]{1,40}:/im.exec(sample)?.[1] ?? null;
}

/** Text has blanks between its words, base64 has none; more than one character in ten from outside its alphabet is too many too. */
function looksLikeBase64(sample: string): boolean {
  const lines = sample.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const coded = lines.join('');
  const foreign = coded.match(/[^A-Za-z0-9+/=]/g)?.length ?? 0;
  const spaced = lines.filter((line) => line.includes(' ')).length;
  if (/^[A-Za-z0-9+/=]{24,}$/.test(lines[0] ?? '')) return true;
  return foreign < 5 || (foreign * 10 <= coded.length && spaced * 2 <= lines.length);
}
