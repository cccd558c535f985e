import { expect, test } from 'vitest';
import { readMail } from '../mails.ts';

test('of HTML alone readable text is made (M05)', async () => {
  const { text, html } = await readMail('html-only');

  expect(text).toMatch(/^Guten\sTag,\n+- Drucker\n+- Scanner\n+> alt$/);
  expect(html).toContain('<li>Scanner</li>');
});

test('HTML in several parts around a file is one text in order (M05)', async () => {
  const { text, html, files } = await readMail('html-pdf-html');

  expect(text).toBe('Davor. Danach.');
  expect(html).toMatch(/Davor\.[\s\S]*Danach\./);
  expect(files.map((file) => file.name)).toEqual(['a.pdf']);
});

test('where the plain form is empty the text is made of the HTML (M05)', async () => {
  expect((await readMail('empty-plain-beside-html')).text).toBe('Der Text');
});

test('the text of related parts is the one they name, not the first (M04)', async () => {
  const { text, files } = await readMail('related-root-is-not-first');

  expect(text).toBe('Der Text');
  expect(files.map((file) => file.name)).toEqual(['rahmen.html']);
});

test('lines that were broken softly are whole again, and the signature keeps its mark (M08)', async () => {
  expect((await readMail('flowed')).text).toBe('Ein langer Absatz, der weich umbricht.\n> Ein Zitat, das umbricht.\nFrom steht hier.\n-- \nKarla');
});

test('quote marks with blanks between them are no softly broken line (M08)', async () => {
  expect((await readMail('flowed-quotes-with-blanks')).text).toBe('Antwort\n\n>> > \n>> > Erste Zeile\n>> > \n>> > Zweite Zeile, \n>> > die weiter geht\n\nEnde');
});

test('text without blanks between its words is joined without any (M08)', async () => {
  expect((await readMail('flowed-without-blanks')).text).toBe('プリンターが動きません。');
});

test('forms of a text for other programs are neither text nor file (M05)', async () => {
  const { text, html, files } = await readMail('text-for-watches-and-browsers');

  expect([text, html?.trim(), files]).toEqual(['Text', '<p>Text</p>', []]);
});

test('a text and its HTML one below the other are one text (M05)', async () => {
  const { text, html } = await readMail('text-and-its-html-one-below-the-other');

  expect(text).toBe('Guten Tag,\nder Drucker steht.');
  expect(html?.trim()).toBe('<p>Guten Tag,<br>der Drucker steht.</p>');
});
