import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { rawMail } from '../support/raw-mail.ts';

const mail = {
  from: 'Jürgen Groß <juergen@kunde.example>',
  to: ['support@dtnet.de', 'Bärbel Weiß <baerbel@kunde.example>'],
  cc: 'Emre Yıldız <emre@kunde.example>',
  subject: 'Grüße aus dem 2. OG: der Drucker druckt seit heute früh nur noch weiße Seiten, und zwar alle 🖨️',
  text: 'Zeile eins\n.\nFrom hier\n',
  html: '<p>Grüße</p>',
  files: [{ name: 'Prüfbericht "neu".pdf', type: 'application/pdf', bytes: Uint8Array.from({ length: 500 }, (_, at) => at % 256) }],
};

test('a written mail is read as it was meant', async () => {
  const read = await PostalMime.parse(rawMail(mail));

  expect(read.from).toEqual({ name: 'Jürgen Groß', address: 'juergen@kunde.example' });
  expect(read.to?.map((one) => one.name)).toEqual(['', 'Bärbel Weiß']);
  expect(read.cc?.map((one) => one.name)).toEqual(['Emre Yıldız']);
  expect(read.subject).toBe(mail.subject);
  expect(read.text?.replaceAll('\r\n', '\n').trim()).toBe(mail.text.trim());
  expect(read.attachments[0]?.filename).toBe('Prüfbericht "neu".pdf');
  expect(new Uint8Array(read.attachments[0]?.content instanceof ArrayBuffer ? read.attachments[0].content : [])).toEqual(mail.files[0]?.bytes);
});

test('a written mail is ASCII, ends its lines with CRLF and keeps them below 998 octets (RFC 5322 2.1.1)', () => {
  const raw = rawMail(mail);

  expect(raw).toMatch(/^[\x00-\x7f]*$/);
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThan(200);
});
