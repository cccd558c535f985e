/** Which files of an article go out with its letters, and which stay in the portal (SW12, P12). */

import type { Attachment } from './ticket.ts';

/** Of all files of a letter, in bytes: a third more once encoded, so that the letter stays below the platform's 5 MiB. */
export const MOST_BYTES = 3_000_000;
export const MOST_FILES = 20;

/** What goes out, by the end of its name, and the type it is sent as: the sender's word for it is not passed on. */
const TYPES = new Map(Object.entries({
  pdf: 'application/pdf', txt: 'text/plain', log: 'text/plain', md: 'text/markdown', csv: 'text/csv', json: 'application/json', vcf: 'text/vcard',
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', bmp: 'image/bmp', tif: 'image/tiff', tiff: 'image/tiff', heic: 'image/heic', heif: 'image/heif', avif: 'image/avif',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet', odp: 'application/vnd.oasis.opendocument.presentation',
  mp3: 'audio/mpeg', m4a: 'audio/mp4', wav: 'audio/wav', ogg: 'audio/ogg', mp4: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm',
}));
/** Pictures within a mail are often nameless. */
const NAMELESS = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * The files that go out, in their order. Pictures that the text shows come first, then what still fits. Only kinds of files that
 * bring nothing to run: no programs, no pages and drawings with scripts, no old Office files and no archives, in which anything
 * may be, no attached mails and no signatures. All others are in the portal, for whoever signs in there.
 */
export function relayed(files: readonly Attachment[]): Attachment[] {
  const fit = new Set<Attachment>();
  let room = MOST_BYTES;
  for (const file of [...files.filter(isShown), ...files.filter((one) => !isShown(one))]) {
    if (fit.size >= MOST_FILES || file.size > room || !mayTravel(file)) continue;
    fit.add(file);
    room -= file.size;
  }
  return files.filter((file) => fit.has(file));
}

function isShown(file: Attachment): boolean {
  return file.contentId !== null;
}

function mayTravel(file: Attachment): boolean {
  return file.size > 0 && relayedType(file) !== null;
}

/** The type under which the file goes out, or null if it does not. What a mail program opens it with is the last ending's business: `bill.pdf.exe` is a program. */
export function relayedType({ name, type }: Pick<Attachment, 'name' | 'type'>): string | null {
  const ending = name.toLowerCase().split('.').slice(1).at(-1);
  if (ending === undefined) return NAMELESS.has(type) ? type : null;
  return TYPES.get(ending) ?? null;
}
