import { describe, expect, test } from 'vitest';
import { readMail } from '../mails.ts';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('uuencoded files', () => {
  test('in a text become files, and the text around them stays (M06)', async () => {
    const { text, files } = await readMail('uuencoded-files');

    expect(text).toBe('Anbei die Liste.\n\nbegin with the end in mind\n\n\nGruß\nKarla');
    expect(files.map(({ name, type }) => [name, type])).toEqual([['liste.csv', 'text/csv'], ['bild.png', 'image/png']]);
    expect(decode(files[0]?.bytes)).toBe('a;b\n1;2\n'.repeat(20));
    expect([...(files[1]?.bytes ?? [])]).toEqual(Array.from({ length: 256 }, (_, byte) => byte));
  });

  test('as the encoding of a part are decoded (M06)', async () => {
    const { files } = await readMail('uuencoded-part');

    expect(files.map(({ name, bytes }) => [name, decode(bytes)])).toEqual([['liste.csv', 'a;b\n1;2\n']]);
  });
});

describe('a winmail.dat', () => {
  test('gives the text and the files that are in it (M06)', async () => {
    const { text, html, files } = await readMail('outlook-file-alone');

    expect(html).toBe('<html><body><p>Schöne Grüße aus Köln, &lt;Привет</p></body></html>');
    expect(text).toBe('Schöne Grüße aus Köln, <Привет');
    expect(files.map(({ name, type }) => [name, type])).toEqual([['Angebot für Łódź.pdf', 'application/pdf'], ['Nachricht.txt', 'text/plain'], ['tief.txt', 'text/plain']]);
    expect(files.map(({ bytes }) => decode(bytes))).toEqual(['%PDF-1.4', 'Die alte Nachricht', 'ganz unten']);
  });

  test('adds only its files where the mail has a text (M06)', async () => {
    const { text, html, files } = await readMail('outlook-file-beside-text');

    expect([text, html]).toEqual(['Der Text der Mail.', null]);
    expect(files.map((file) => file.name)).toEqual(['Angebot für Łódź.pdf', 'Nachricht.txt', 'tief.txt']);
  });

  test('with rich text only is read as plain text (M06)', async () => {
    expect((await readMail('outlook-file-with-plain-rtf')).text).toBe('Guten Tag,\nder Drucker\tsteht still.');
  });

  test('that was cut off gives what is left of it (M06)', async () => {
    const { text, files } = await readMail('outlook-file-cut-off');

    expect(text).toMatch(/^Schöne Grüße/);
    expect(files.map((file) => file.name)).not.toContain('winmail.dat');
  });
});

describe('a signed mail', () => {
  test.each([['signed-opaque'], ['signed-opaque-in-pieces']])('whose text is inside of its signature (%s) is read like any other, and the signature kept (M13)', async (name) => {
    const { text, files } = await readMail(name);

    expect(text).toBe('Schöne Grüße');
    expect(files.map((file) => file.name)).toEqual(['a.pdf', 'smime.p7m']);
  });

  test('with its signature beside the text keeps both (M13)', async () => {
    const { text, files } = await readMail('signed-apart');

    expect(text).toBe('Der Text');
    expect(files.map(({ name, type }) => [name, type])).toEqual([['smime.p7s', 'application/pkcs7-signature']]);
  });
});
