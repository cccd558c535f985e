import { expect, test } from 'vitest';
import { cleanFileName, cleanLine, cleanName, cleanSubject } from '../../src/rules/clean.ts';

test.each([
  ['two\r\nlines', 'two lines'],
  ['a\u2028b\u2029c\u0085d', 'a b c d'],
  ['nul\u0000 esc\u001b[31m', 'nul esc[31m'],
  ['\u202egnp.exe', 'gnp.exe'],
  ['zero\u200bwidth\ufeff', 'zerowidth'],
  ['dt\u200dnet \u200cx', 'dtnet x'],
  ['می\u200cخواهم 👨\u200d👩\u200d👧', 'می\u200cخواهم 👨\u200d👩\u200d👧'],
  ['  much \t blank\u00a0\u00a0here ', 'much blank here'],
  ['A\u0308rger', 'Ärger'],
  ['half \ud83d', 'half \ufffd'],
])('%j becomes %j (SH06)', (text, clean) => {
  expect(cleanLine(text, 100)).toBe(clean);
});

test('a subject of 300 characters is kept (M09)', () => {
  expect(cleanSubject('ä'.repeat(300))).toBe('ä'.repeat(300));
});

test('what is too long is cut between characters', () => {
  expect(cleanName('😀'.repeat(60))).toBe('😀'.repeat(50));
  expect(cleanName(`a${'😀'.repeat(60)}`)).toBe(`a${'😀'.repeat(49)}`);
});

test.each([
  ['C:\\Users\\anna\\bild.png', 'bild.png'],
  ['../../etc/passwd', 'passwd'],
  ['rechnung\u202efdp.exe', 'rechnungfdp.exe'],
  ['.\u200bhtaccess', '.htaccess'],
  ['..', ''],
  ['a/b/', ''],
  ['Ein Bild.PNG', 'Ein Bild.PNG'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('the file name %j becomes %j (M03)', (name, clean) => {
  expect(cleanFileName(name)).toBe(clean);
});
