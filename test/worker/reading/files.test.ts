import { describe, expect, test } from 'vitest';
import { readMail } from '../mails.ts';

describe('a file', () => {
  const bytesOf = async (name: string) => [...((await readMail('files-of-all-encodings')).files.find((file) => file.name === name)?.bytes ?? [])];
  const bytes = (text: string) => [...new TextEncoder().encode(text)];

  test('keeps its CRLF line ends in 7bit (M03)', async () => {
    expect(await bytesOf('crlf.txt')).toEqual(bytes('eins\r\nzwei\r\n\r\n'));
  });

  test('keeps its LF line ends in 8bit (M03)', async () => {
    expect(await bytesOf('lf.txt')).toEqual(bytes('eins\nzwei\n'));
  });

  test('is the same in binary, NUL and boundary-like bytes included (M03)', async () => {
    expect(await bytesOf('raw.bin')).toEqual([0, 13, 10, 255, 13, 0, 10, 45, 45, 128]);
  });

  test('keeps its line ends in quoted-printable, and its broken escapes (M03)', async () => {
    expect(await bytesOf('quoted.csv')).toEqual(bytes('a;ü\r\nb;lang e=  \r\nr=ZZ'.replace('=  \r\n', '')));
  });

  test('is decoded from base64 with junk in between (M03)', async () => {
    expect(await bytesOf('spoiled.png')).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  });
});

test('what a Macintosh keeps beside a file is left away (M03)', async () => {
  const { files } = await readMail('apple-double');

  expect(files.map(({ name, type }) => [name, type])).toEqual([['bild.jpg', 'image/jpeg']]);
});

test('images that the HTML names by Content-ID or Content-Location are shown in place, others are files (M04)', async () => {
  const { files, html } = await readMail('images-in-place');

  expect(files.map((file) => file.inline)).toEqual([true, true, true, false]);
  for (const { contentId } of files.slice(1, 3)) expect(html).toContain(`cid:${contentId}`);
});

test('a text that is named is a file, and read where there is no other (M01)', async () => {
  const { files, text } = await readMail('only-text-has-a-name');

  expect(files.map((file) => file.name)).toEqual(['nachricht.txt']);
  expect(text).toBe('Der ganze Text.');
});
