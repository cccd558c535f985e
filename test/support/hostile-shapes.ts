/** Mails made to hurt whoever reads them, each of a size that grows with `n` (security rules 1.3). Bytes and nothing else, so that Node and workerd both take them. */

/** `n`: where the shape begins to hurt a careless reader; a test may ask for a multiple of it. */
export type HostileShape = { name: string; n: number; raw: (n: number) => Bytes };

export type Bytes = ReturnType<typeof bytes>;

/** Parts, lines and headers: what a MIME parser chokes on. */
export const structures: HostileShape[] = [
  { name: 'multiparts within multiparts', n: 300, raw: (n) => mail(levels(n, (at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`) + 'Content-Type: text/plain\n\nx\n') },
  { name: 'mails within mails', n: 2_000, raw: (n) => mail('Content-Type: message/rfc822\n\n'.repeat(n) + 'Subject: innermost\n\nx\n') },
  { name: 'mails within mails within multiparts', n: 20, raw: (n) => mail(levels(n, (at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\nContent-Type: message/rfc822\n\nSubject: ${at}\n`) + '\nx\n') },
  { name: 'files without end', n: 50_000, raw: (n) => mail(`${multipart}${'--b\nContent-Type: image/png\n\nx\n'.repeat(n)}--b--\n`) },
  { name: 'almost too many files', n: 45, raw: (n) => mail(`${multipart}--b\nContent-Type: text/html\n\n${'<img src="cid:a">\n'.repeat(n * 100)}${'--b\nContent-Type: image/png\nContent-ID: <a>\n\nx\n'.repeat(n)}--b--\n`) },
  { name: 'boundaries that are none', n: 200_000, raw: (n) => mail(`${multipart}${'--bx\n'.repeat(n)}`) },
  { name: 'short lines', n: 600_000, raw: (n) => mail(`\n${'a \n'.repeat(n)}`) },
  { name: 'empty lines', n: 25_000, raw: (n) => mail(`\n${'\r\n'.repeat(n)}x`) },
  { name: 'one long line', n: 1_000_000, raw: (n) => mail(`\n${'word '.repeat(n)}`) },
  { name: 'headers without end', n: 100_000, raw: (n) => mail(`${'X-A: 1\n'.repeat(n)}\nx`) },
  { name: 'one endless header', n: 5_000_000, raw: (n) => mail(`X-A: ${'x'.repeat(n)}\n\nx`) },
  { name: 'an endless subject', n: 5_000_000, raw: (n) => bytes(`From: a@kunde.example\nSubject: ${'x'.repeat(n)}\n\nx`) },
  { name: 'a header folded without end', n: 50_000, raw: (n) => mail(`X-A: 1\n${' 2\n'.repeat(n)}\nx`) },
  { name: 'a part with headers without end', n: 20_000, raw: (n) => mail(`${multipart}--b\n${'X-A: 1\n'.repeat(n)}\nx\n--b--\n`) },
  { name: 'parameters without end', n: 10_000, raw: (n) => mail(`Content-Type: text/plain${levels(n, (at) => `;\n a${at}=1`)}\n\nx`) },
  { name: 'a file name in pieces', n: 8_000, raw: (n) => mail(`Content-Type: image/png;\n name=x${levels(n, (at) => `;\n name*${at}*=%41`)}\n\nx`) },
  { name: 'comments in a type', n: 100_000, raw: (n) => mail(`Content-Type: text/plain ${'('.repeat(n)}\n\nx`) },
];

/** Header texts: addresses, encoded words, ids, dates. Each stays below the header's limit at `n`. */
export const headers: HostileShape[] = [
  { name: 'addressees', n: 8_000, raw: (n) => mail(`To: a@b.example${levels(n, (at) => `,\n a${at}@b.example`)}\n\nx`) },
  { name: 'groups', n: 10_000, raw: (n) => mail(`To: ${'g:;'.repeat(n)}\n\nx`) },
  { name: 'commas', n: 60_000, raw: (n) => mail(`To: ${','.repeat(n)}a@b.example\n\nx`) },
  { name: 'open comments in From', n: 60_000, raw: (n) => bytes(`From: ${'('.repeat(n)} a@kunde.example\n\nx`) },
  { name: 'open brackets in From', n: 30_000, raw: (n) => bytes(`From: ${'<a'.repeat(n)}\n\nx`) },
  { name: 'open quotes in From', n: 30_000, raw: (n) => bytes(`From: ${'"\\'.repeat(n)}\n\nx`) },
  { name: 'quoted pairs in From', n: 30_000, raw: (n) => bytes(`From: "${'\\"'.repeat(n)}\n\nx`) },
  { name: 'blanks in From', n: 60_000, raw: (n) => bytes(`From: a${' '.repeat(n)}b <a@kunde.example>\n\nx`) },
  { name: 'dots in From', n: 60_000, raw: (n) => bytes(`From: a@${'a.'.repeat(n)}example\n\nx`) },
  { name: 'encoded words', n: 4_000, raw: (n) => mail(`X-A: ${'=?utf-8?Q?=C3=A4?= '.repeat(n)}\n\nx`) },
  { name: 'encoded words of unknown charsets', n: 4_000, raw: (n) => mail(`X-A: ${levels(n, (at) => `=?x-${at}?Q?=FF=FE?= a `)}\n\nx`) },
  { name: 'encoded words that never end', n: 30_000, raw: (n) => mail(`X-A: ${'=?utf-8?Q?'.repeat(n / 2)}${'x'.repeat(n)}\n\nx`) },
  { name: '8-bit headers', n: 200, raw: (n) => mail(`${`X-A: ${'\xe4\xf6\xfc\xdf caf\xe9 '.repeat(20)}\n`.repeat(n)}\nx`) },
  { name: 'references', n: 8_000, raw: (n) => mail(`References: ${levels(n, (at) => `<${at}@b.example>\n `)}\n\nx`) },
  { name: 'open ids', n: 60_000, raw: (n) => mail(`References: ${'<a'.repeat(n / 2)}\n\nx`) },
  { name: 'comments in a date', n: 60_000, raw: (n) => mail(`Date: ${'('.repeat(n)}\n\nx`) },
  { name: 'tags in a subject', n: 20_000, raw: (n) => bytes(`From: a@kunde.example\nSubject: ${'[dtnet.de #'.repeat(n)}\n\nx`) },
  { name: 'blanks in a subject', n: 60_000, raw: (n) => bytes(`From: a@kunde.example\nSubject: a${' \t'.repeat(n / 2)}b\n\nx`) },
  { name: 'results of authentication', n: 10_000, raw: (n) => mail(`Authentication-Results: mx.cloudflare.net${'; dkim=pass header.d=kunde.example'.repeat(n / 10)}\n\nx`) },
];

/** Texts: what decoding and folding choke on. */
export const texts: HostileShape[] = [
  { name: 'quote marks', n: 1_000_000, raw: (n) => mail(`\n${'>'.repeat(n)}`) },
  { name: 'beginnings of an introduction', n: 100_000, raw: (n) => mail(`\n${'On '.repeat(n)} wrote:`) },
  { name: 'lines that begin like an introduction', n: 10_000, raw: (n) => mail(`\n${'On Monday, 4 May 2026 at 10:15 a@b.example\n'.repeat(n)}`) },
  { name: 'underscores', n: 1_000_000, raw: (n) => mail(`\n${'_'.repeat(n)}`) },
  { name: 'rules', n: 10_000, raw: (n) => mail(`\n${'________________________________\n\n'.repeat(n)}`) },
  { name: 'quotes and answers in turn', n: 20_000, raw: (n) => mail(`\n${'> a quoted line of text\nan answer to that line\n'.repeat(n)}`) },
  { name: 'deep quotes', n: 1_000, raw: (n) => mail(`\n${levels(n, (at) => `${'> '.repeat(at % 300)}a\n`)}`) },
  { name: 'blocks of headers', n: 10_000, raw: (n) => mail(`\n${'From: somebody at all\n\n\n\n'.repeat(n)}`) },
  { name: 'signatures', n: 10_000, raw: (n) => mail(`\n${'--\nSent from my phone\n'.repeat(n)}`) },
  { name: 'blanks before the end', n: 200_000, raw: (n) => mail(`\n${' '.repeat(n)}x`) },
  { name: 'soft breaks', n: 50_000, raw: (n) => mail(`Content-Type: text/plain; format=flowed\n\n${'aaa bbb ccc ddd eee \n'.repeat(n)}`) },
  { name: 'soft breaks of quoted-printable', n: 90_000, raw: (n) => mail(`Content-Transfer-Encoding: quoted-printable\n\n${'=\n'.repeat(n)}x`) },
  { name: 'equal signs', n: 1_000_000, raw: (n) => mail(`Content-Transfer-Encoding: quoted-printable\n\n${'='.repeat(n)}`) },
  { name: 'padded base64', n: 20_000, raw: (n) => mail(`Content-Transfer-Encoding: base64\n\n${'QQ==QUI=QUJD=QUJD===\n'.repeat(n)}`) },
  { name: 'UTF-7', n: 200_000, raw: (n) => mail(`Content-Type: text/plain; charset=utf-7\n\n${'+AGE-'.repeat(n / 5)}${'+'.repeat(n)}`) },
  { name: 'HZ', n: 200_000, raw: (n) => mail(`Content-Type: text/plain; charset=hz-gb-2312\n\n${'~{aa'.repeat(n / 4)}`) },
  { name: 'a code page of DOS', n: 1_000_000, raw: (n) => mail(`Content-Type: text/plain; charset=cp437\n\n${'\x84'.repeat(n)}`) },
  { name: 'broken UTF-8', n: 1_000_000, raw: (n) => mail(`Content-Type: text/plain; charset=utf-8\n\n${'\xc3\xa4'.repeat(n / 2)}\xff`) },
  { name: 'bytes of no charset', n: 1_000_000, raw: (n) => mail(`\n${'\xff\xfe\x80\x1b'.repeat(n / 4)}`) },
  { name: 'escapes of ISO-2022', n: 200_000, raw: (n) => mail(`Content-Type: text/plain; charset=iso-2022-jp\n\n${'\x1b$B\x1b(B'.repeat(n / 6)}`) },
  { name: 'NUL bytes', n: 1_000_000, raw: (n) => mail(`\n${'\0'.repeat(n)}`) },
  { name: 'web addresses', n: 30_000, raw: (n) => mail(`\n${'http://'.repeat(n)}`) },
  { name: 'addresses of a report', n: 20_000, raw: (n) => mail(`\n${`${'your message to a@b.c '.repeat(20)}\n`.repeat(n / 20)}`) },
  { name: 'groups of a report', n: 20_000, raw: (n) => mail(`Content-Type: message/delivery-status\n\n${'Final-Recipient: rfc822; a@b.c\n\n'.repeat(n)}`) },
  { name: 'words of a robot', n: 20_000, raw: (n) => mail(`\n${'this is an automatically generated '.repeat(n)}`) },
];

/** HTML: what building a tree, and making text of it, chokes on. */
export const htmls: HostileShape[] = [
  { name: 'deep elements', n: 100_000, raw: (n) => html('<div>'.repeat(n)) },
  { name: 'open elements and ends that fit none', n: 20_000, raw: (n) => html('<span>'.repeat(n) + '</x>'.repeat(n)) },
  { name: 'formatting that is opened anew', n: 3_000, raw: (n) => html(levels(n, (at) => `<p><font color=${at}></p>`)) },
  { name: 'tables within links', n: 3_000, raw: (n) => html('<a><table>'.repeat(n)) },
  { name: 'text put before tables', n: 10_000, raw: (n) => html(`<table>${'a<br>'.repeat(n)}`) },
  { name: 'attributes', n: 50_000, raw: (n) => html(`<p ${levels(n, (at) => `a${at} `)}>`) },
  { name: 'line breaks', n: 15_000, raw: (n) => html('word word<br>'.repeat(n)) },
  { name: 'paragraphs', n: 8_000, raw: (n) => html('<p>word word word word</p>\n'.repeat(n)) },
  { name: 'words', n: 200_000, raw: (n) => html('word '.repeat(n)) },
  { name: 'blanks in preformatted text', n: 200_000, raw: (n) => html(`<pre>${' '.repeat(n)}x</pre>`) },
  { name: 'lines in quotes within quotes', n: 20_000, raw: (n) => html('<blockquote>'.repeat(100) + '<pre>' + 'a\n'.repeat(n)) },
  { name: 'open tags', n: 1_000_000, raw: (n) => html('<'.repeat(n)) },
  { name: 'open comments', n: 200_000, raw: (n) => html('<!--'.repeat(n)) },
  { name: 'comments', n: 30_000, raw: (n) => html('<!---->'.repeat(n)) },
  { name: 'open entities', n: 200_000, raw: (n) => html('&am'.repeat(n)) },
  { name: 'HTML too long for a tree', n: 2_500_000, raw: (n) => html('<p>x'.repeat(n / 4) + '<'.repeat(n / 8)) },
  { name: 'deep HTML in several parts', n: 50_000, raw: (n) => mail(`${multipart}${`--b\nContent-Type: text/html\n\n${'<b>'.repeat(n)}\n`.repeat(2)}--b--\n`) },
];

/** What is packed within parts: each is a format of its own, and one of them decompresses. */
export const packed: HostileShape[] = [
  { name: 'texts that Outlook compressed', n: 40, raw: (n) => mail(`${multipart}${levels(n, () => `--b\n${winmail(rtf(100_000))}\n`)}--b--\n`) },
  { name: 'properties of Outlook', n: 40_000, raw: (n) => mail(winmail(`${little(n)}${`${little(0x3001001e)}${little(1)}${little(0)}`.repeat(n)}`)) },
  { name: 'properties with values without end', n: 400_000, raw: (n) => mail(winmail(`${little(1)}${little(0x3001001e)}${little(n)}${little(0).repeat(n)}`)) },
  { name: 'files of uuencode', n: 20_000, raw: (n) => mail(`\n${'begin 644 a.txt\n#86)C\n`\nend\n'.repeat(n)}`) },
  { name: 'beginnings of uuencode', n: 20_000, raw: (n) => mail(`\n${'begin 644 a.txt\n#86)C\n'.repeat(n)}`) },
  { name: 'signatures within signatures', n: 20_000, raw: (n) => mail(`Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n${btoa(`0\x80\x06\x09*\x86H\x86\xf7\r\x01\x07\x02${'\xa0\x80'.repeat(n)}`)}`) },
  { name: 'pieces of a signature', n: 50_000, raw: (n) => mail(`Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n${btoa(`0\x80\x06\x09*\x86H\x86\xf7\r\x01\x07\x02\xa0\x800\x80\x02\x01\x011\x000\x80\x06\x01*\xa0\x80$\x80${'\x04\x01a'.repeat(n)}`)}`) },
  { name: 'a calendar of many attendees', n: 3_000, raw: (n) => mail(`Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nDTSTART:20261124T100000Z\n${levels(n, (at) => `ATTENDEE:mailto:a${at}@b.example\n`)}END:VEVENT\nEND:VCALENDAR\n`) },
  { name: 'calendars within calendars', n: 5_000, raw: (n) => mail(`Content-Type: text/calendar\n\n${'BEGIN:VCALENDAR\n'.repeat(n)}`) },
  { name: 'groups of a delivery report', n: 5_000, raw: (n) => mail(`Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nx\n--b\nContent-Type: message/delivery-status\n\n${levels(n, (at) => `Final-Recipient: rfc822; a${at}@b.example\nAction: failed\nStatus: 5.1.1\n\n`)}--b--\n`) },
];

/** A TNEF file of one attribute: the mail's properties. */
function winmail(properties: string): string {
  const tnef = `${little(0x223e9f78)}\0\0\x01${little(0x00069003)}${little(properties.length)}${properties}\0\0`;
  return `Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n${btoa(tnef)}`;
}

/** One property, a compressed RTF of ninefold length: every reference repeats seventeen characters. */
function rtf(size: number): string {
  const coded = `${little(size + 12)}${little(size * 8)}${little(0x75465a4c)}${little(0)}\xff${'\x00\x0f'.repeat(8)}`.padEnd(size, `\xff${'\x00\x0f'.repeat(8)}`);
  return `${little(1)}${little(0x10090102)}${little(1)}${little(coded.length)}${coded}`;
}

function little(number: number): string {
  return String.fromCharCode(number & 0xff, (number >>> 8) & 0xff, (number >>> 16) & 0xff, number >>> 24);
}

const multipart = 'Content-Type: multipart/mixed; boundary=b\n\n';

/** A file of `size` bytes and nothing else of note: as large as a mail may be, and harmless. */
export function mailWithFile(size: number): Uint8Array<ArrayBuffer> {
  const line = `${'QUJD'.repeat(19)}\r\n`;
  return mail(`${multipart}--b\nContent-Type: text/plain\n\nSee the file.\n--b\nContent-Type: application/zip\nContent-Transfer-Encoding: base64\n\n${line.repeat(Math.ceil(size / 57))}--b--\n`);
}

function html(body: string): Uint8Array<ArrayBuffer> {
  return mail(`Content-Type: text/html\n\n${body}`);
}

function mail(rest: string): Uint8Array<ArrayBuffer> {
  return bytes(`From: Max Muster <max@kunde.example>\nTo: support@dtnet.de\nSubject: Drucker druckt nicht\nMessage-ID: <hostile@kunde.example>\n${rest}`);
}

function levels(n: number, level: (at: number) => string): string {
  return Array.from({ length: n }, (_, at) => level(at)).join('');
}

/** Each character is the byte of its number. */
function bytes(text: string): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) raw[at] = text.charCodeAt(at);
  return raw;
}
