import { expect, test } from 'vitest';
import { readMail } from '../mails.ts';

test.each([
  ['name-in-rfc-2231-pieces', 'Prüfbericht 2026 €.pdf'],
  ['name-in-encoded-words-in-pieces', 'Prüfbericht.pdf'],
  ['name-in-raw-windows-1252', 'Prüfbericht.pdf'],
  ['name-with-quotes-and-semicolons', 'Angebot "neu"; Nr. 5.pdf'],
  ['name-without-quotes', 'Angebot Nr 5 (2).pdf'],
  ['name-whose-quote-never-closes', 'Angebot.pdf'],
  ['name-that-lost-letters-in-one-place', 'Łódź.pdf'],
])('the file of %s is called what its sender called it (M02)', async (mail, name) => {
  expect((await readMail(mail)).files.map((file) => file.name)).toEqual([name]);
});

test.each([
  ['name-with-a-path', 'Angebot.pdf'],
  ['name-that-is-a-path-only', 'attachment-1.pdf'],
  ['name-with-hidden-characters', 'Angebotfdp .exe'],
])('the name of %s is cleaned (M03)', async (mail, name) => {
  expect((await readMail(mail)).files.map((file) => file.name)).toEqual([name]);
});

test('files without a name get one by their type (M03)', async () => {
  const { files, text } = await readMail('names-missing');

  expect(files.map((file) => file.name)).toEqual(['attachment-1.pdf', 'image-2.png', 'attachment-3.txt']);
  expect(text).toBe('Siehe Anhang.');
});

test('an attached mail is called by its subject (M06)', async () => {
  const { files, text } = await readMail('attached-mail');

  expect(files.map(({ name, type }) => [name, type])).toEqual([['AW_ Rückfrage_Angebot.eml', 'message/rfc822']]);
  expect(text).toBe('Siehe unten.');
});

test('an invitation is a file of its own type (M07)', async () => {
  const { files, text } = await readMail('invitation');

  expect(files.map(({ name, type }) => [name, type])).toEqual([['invitation-1.ics', 'text/calendar']]);
  expect(text).toBe('Einladung: Drucker abholen');
});

test('a name that stands only in the description or the location is one if it looks like one (M03)', async () => {
  expect((await readMail('name-in-description-and-location')).files.map((file) => file.name)).toEqual(['Angebot 5.pdf', 'logo.png', 'image-3.png']);
});
