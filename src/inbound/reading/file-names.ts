/** Names for files that come without one (M03). */

import { cleanFileName, cleanSubject } from '../../rules/clean.ts';
import { decodeHeader } from './encoded-words.ts';
import { headerFields } from './header-fields.ts';
import type { Part } from './part.ts';

const endings = new Map([
  ['message/rfc822', 'eml'], ['text/plain', 'txt'], ['text/html', 'html'], ['text/calendar', 'ics'], ['text/csv', 'csv'], ['text/vcard', 'vcf'], ['text/x-vcard', 'vcf'],
  ['text/rfc822-headers', 'txt'], ['message/delivery-status', 'txt'], ['message/disposition-notification', 'txt'], ['message/feedback-report', 'txt'],
  ['image/png', 'png'], ['image/jpeg', 'jpg'], ['image/jpg', 'jpg'], ['image/gif', 'gif'], ['image/webp', 'webp'], ['image/svg+xml', 'svg'], ['image/bmp', 'bmp'], ['image/tiff', 'tif'],
  ['application/pdf', 'pdf'], ['application/zip', 'zip'], ['application/json', 'json'], ['application/xml', 'xml'], ['text/xml', 'xml'], ['application/ics', 'ics'],
  ['application/ms-tnef', 'dat'], ['application/pgp-signature', 'asc'], ['application/pkcs7-signature', 'p7s'], ['application/x-pkcs7-signature', 'p7s'],
  ['application/pkcs7-mime', 'p7m'], ['application/msword', 'doc'], ['application/vnd.ms-excel', 'xls'], ['application/vnd.ms-powerpoint', 'ppt'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'], ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'], ['application/rtf', 'rtf'], ['application/vnd.ms-outlook', 'msg'],
  ['audio/mpeg', 'mp3'], ['audio/wav', 'wav'], ['video/mp4', 'mp4'],
]);

/** `attachment-1.png`; an attached mail is called by its subject. `index` counts from 0. */
export function nameByType({ type, bytes }: Pick<Part, 'type' | 'bytes'>, index: number): string {
  if (type === 'message/rfc822' || type === 'message/global') {
    const subject = cleanFileName(subjectOf(bytes).replace(/[\\/:*?"<>|]+/g, '_').slice(0, LONGEST_FROM_SUBJECT));
    return `${subject || `mail-${index + 1}`}.eml`;
  }
  const stem = type.startsWith('image/') ? 'image' : type === 'text/calendar' || type === 'application/ics' ? 'invitation' : 'attachment';
  return `${stem}-${index + 1}.${endings.get(type) ?? 'bin'}`;
}

/** Endings that say the same as the usual one. */
const others = new Map([['jpeg', 'jpg'], ['htm', 'html'], ['tiff', 'tif'], ['log', 'txt']]);

/** Of a file that came without a type. */
export function typeByName(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const usual = others.get(ending) ?? ending;
  return [...endings].find(([, known]) => known === usual)?.[0] ?? 'application/octet-stream';
}

const LONGEST_FROM_SUBJECT = 150;

function subjectOf(mail: Uint8Array): string {
  const field = headerFields(mail).fields.find((one) => one.name === 'subject');
  return field === undefined ? '' : cleanSubject(decodeHeader(field.value, null));
}
