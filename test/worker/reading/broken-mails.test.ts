import { expect, test } from 'vitest';
import { readMail } from '../mails.ts';

test.each([['boundary-not-declared'], ['boundary-in-other-letters'], ['boundary-never-ends'], ['mime-without-content-type'], ['multipart-in-base64']])('the parts of %s are found (M01)', async (name) => {
  const { text, files } = await readMail(name);

  expect(text).toBe('Der Text');
  expect(files.map((file) => [file.name, new TextDecoder().decode(file.bytes)])).toEqual([['a.pdf', '%PDF-1.4']]);
});

test.each([
  ['multipart-of-nothing', 'Nur Text, keine Teile.'],
  ['part-without-header', 'Hier steht nur Text:\nohne Kopf.\n\nUnd hier fehlt die Leerzeile.'],
  ['no-header-at-all', 'Guten Tag,\nder Drucker steht still.\n\nKarla'],
  ['no-empty-line-below-header', 'Guten Tag,\n\nder Drucker steht still.'],
  ['carriage-returns-only', 'Erste Zeile\nZweite Zeile'],
  ['base64-that-is-none', 'Sehr geehrte Damen und Herren, der Drucker steht still.'],
  ['quoted-printable-broken', 'Grüße: 100=%, a=b, lang \nund weiter=3'],
  ['parameters-without-semicolon', 'Grüße'],
  ['blank-lines-with-two-carriage-returns', 'Erste\nZweite'],
  ['list-footer-below-base64', 'Schöne Grüße aus der Werkstatt\n_______________________________________________\nListe mailing list\nliste@kunde.example'],
])('the text of %s is found (M01)', async (name, text) => {
  expect((await readMail(name)).text).toBe(text);
});

test.each([['mailbox-file-line'], ['byte-order-mark-and-empty-lines'], ['no-empty-line-below-header'], ['carriage-returns-only']])('the header of %s is found (M01)', async (name) => {
  const { subject, from, messageId } = await readMail(name);

  expect([subject, from?.address, messageId]).toEqual(['Drucker', 'karla@kunde.example', '<1@kunde.example>']);
});

test('an address list that was folded without a blank has everybody (P05)', async () => {
  const { to, text } = await readMail('folded-without-blank');

  expect(to.map((person) => person.address)).toEqual(['support@desk.example', 'anna@kunde.example']);
  expect(text).toBe('Text');
});

test('of doubled headers the first counts, and two senders are none (A19)', async () => {
  const { from, subject, text, html } = await readMail('two-froms');

  expect([from, subject, text, html]).toEqual([null, 'Eins', '<b>Text</b>', null]);
});
