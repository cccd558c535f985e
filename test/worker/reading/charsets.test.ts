import { expect, test } from 'vitest';
import { readMail } from '../mails.ts';

test.each([
  ['latin-1-declared-as-utf-8', 'Grüße aus Köln, Straße 5'],
  ['utf-8-declared-as-latin-1', 'Grüße aus Köln – „schön“'],
  ['charset-missing-windows-1251', 'Здравствуйте! Принтер в кабинете не печатает, пожалуйста, помогите нам сегодня.'],
  ['charset-nobody-knows', 'Der Drucker hört nicht auf'],
  ['utf-7', 'Grüße aus Köln: 1 + 1'],
  ['iso-2022-jp', 'プリンターが動きません。'],
  ['gbk-declared-as-gb2312', '打印機壞了，請幫忙'],
  ['hz-gb-2312', '打印机坏了'],
  ['html-names-its-charset-itself', 'Łatwa sprawa, dziękuję'],
])('the text of %s is readable (M01)', async (name, text) => {
  expect((await readMail(name)).text).toBe(text);
});

test.each([
  ['windows-1252-in-raw-headers', 'Gerät für „Büro“ – 5 €', 'Jürgen Groß'],
  ['koi8-r-in-raw-headers', 'Не работает принтер', 'Анна Иванова'],
])('raw 8-bit headers of %s are read in the charset of the text (M02)', async (name, subject, sender) => {
  const mail = await readMail(name);

  expect(mail.subject).toBe(subject);
  expect(mail.from?.name).toBe(sender);
});

test.each([
  ['utf-7', 'Grüße'],
  ['iso-2022-jp', 'プリンターの件'],
  ['gbk-declared-as-gb2312', '打印機故障'],
  ['encoded-word-split-within-a-character', 'Grüße aus Köln'],
  ['encoded-word-split-within-its-code', 'Grüße aus Köln'],
  ['encoded-word-with-question-mark', 'Warum druckt er nicht? Können Sie helfen?'],
])('the subject of %s is decoded (M02)', async (name, subject) => {
  expect((await readMail(name)).subject).toBe(subject);
});

test('an encoded word that stands for no text stays as it was written (M02)', async () => {
  expect((await readMail('encoded-word-that-is-garbage')).subject).toBe('=?UTF-8?B?nnDusSNdG92w6Fuw61fMjAxOA==?=');
});
