/** Names for files that come without one (M03). */

const endings = new Map([
  ['message/rfc822', 'eml'], ['text/plain', 'txt'], ['text/html', 'html'], ['text/calendar', 'ics'], ['text/csv', 'csv'], ['text/vcard', 'vcf'], ['text/x-vcard', 'vcf'],
  ['text/rfc822-headers', 'txt'], ['message/delivery-status', 'txt'], ['message/disposition-notification', 'txt'], ['message/feedback-report', 'txt'],
  ['image/png', 'png'], ['image/jpeg', 'jpg'], ['image/jpg', 'jpg'], ['image/gif', 'gif'], ['image/webp', 'webp'], ['image/svg+xml', 'svg'], ['image/bmp', 'bmp'], ['image/tiff', 'tif'],
  ['application/pdf', 'pdf'], ['application/zip', 'zip'], ['application/json', 'json'], ['application/xml', 'xml'], ['text/xml', 'xml'], ['application/ics', 'ics'],
  ['application/ms-tnef', 'dat'], ['application/pgp-signature', 'asc'], ['application/pkcs7-signature', 'p7s'], ['application/x-pkcs7-signature', 'p7s'],
  ['application/pkcs7-mime', 'p7m'], ['application/msword', 'doc'], ['audio/mpeg', 'mp3'], ['audio/wav', 'wav'], ['video/mp4', 'mp4'],
]);

/** `attachment-1.png`; `index` counts from 0. */
export function nameByType(type: string, index: number): string {
  const stem = type === 'message/rfc822' ? 'mail' : type.startsWith('image/') ? 'image' : 'attachment';
  return `${stem}-${index + 1}.${endings.get(type) ?? 'bin'}`;
}
