/** What the header of a part says. */

import { cleanLine } from '../../rules/clean.ts';
import { decodeHeader } from './encoded-words.ts';
import type { HeaderBlock } from './header-fields.ts';
import { structured, type Structured } from './parameters.ts';
import type { Part } from './part.ts';

const LONGEST_CONTENT_ID = 500;

/** `encoding`: of the body, in lower case; empty without one. */
export type PartHeader = Omit<Part, 'bytes' | 'parts' | 'spare'> & { encoding: string };

/** `hint`: the charset of raw 8-bit characters that are not UTF-8. */
export function partHeader({ fields }: HeaderBlock, hint: string | null): PartHeader {
  const field = (name: string) => fields.find((one) => one.name === name)?.value;
  const text = (name: string) => textOf(field(name), hint);
  const contentType = structuredField(field('content-type'), hint);
  const disposition = structuredField(field('content-disposition'), hint);
  const location = text('content-location');
  const fileName = nameIn(contentType, disposition) ?? (/^(?:text|multipart)\//i.test(contentType.value) ? null : describedName(text('content-description'), location));
  return {
    type: mediaType(contentType.value, fileName !== null),
    params: contentType.params,
    disposition: disposition.value.toLowerCase(),
    fileName,
    contentId: cleanLine(text('content-id').replace(/^<|>$/g, ''), LONGEST_CONTENT_ID) || null,
    contentLocation: location.replaceAll(/\s/g, '') || null,
    typed: field('content-type') !== undefined,
    encoding: /[\w-]+/.exec(text('content-transfer-encoding').replace(/\([^()]*\)/g, ''))?.[0].toLowerCase() ?? '',
  };
}

const nothing: Structured = { value: '', params: new Map() };

function structuredField(value: string | undefined, hint: string | null): Structured {
  return value === undefined ? nothing : structured(value, hint);
}

function textOf(value: string | undefined, hint: string | null): string {
  return value === undefined ? '' : decodeHeader(value, hint).trim();
}

/** The disposition's name counts first, unless characters were lost in it that the other name has. */
function nameIn(contentType: Structured, disposition: Structured): string | null {
  const names = [disposition.params.get('filename'), disposition.params.get('name'), contentType.params.get('name'), contentType.params.get('filename'),
    contentType.params.get('file')].filter((name) => name !== undefined && name.trim() !== '').map((name) => name ?? '');
  return names.find((name) => !/[?\ufffd]/.test(name)) ?? names[0] ?? null;
}

/** Some programs name a file only where they describe it or say where it lay; other descriptions are words, not names. */
function describedName(description: string, location: string): string | null {
  const places = [description, location.replace(/[?#].*$/s, '').replace(/^.*\//s, '')];
  return places.find((place) => /^[^/\\:]{1,150}\.[A-Za-z][A-Za-z0-9]{1,4}$/.test(place)) ?? null;
}

/** Programs that say nonsense mean text, or some file if they give it a name. */
function mediaType(value: string, named: boolean): string {
  const type = value.toLowerCase();
  if (/^[\w.+-]+\/[\w.+-]+$/.test(type)) return type;
  if (type === 'html') return 'text/html';
  return named && type !== '' && type !== 'text' ? 'application/octet-stream' : 'text/plain';
}
