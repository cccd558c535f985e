import { expect, test } from 'vitest';
import { saysMore } from '../../src/mail-html/says-more.ts';

const text = 'Guten Tag, der Drucker im zweiten Stock druckt nicht. Freundliche Grüße';

test.each([
  ['paragraphs of Outlook', `<p class="MsoNormal"><span style="color:#1F497D;font-family:Calibri">${text}<o:p></o:p></span></p><p>&nbsp;</p>`],
  ['lines of a phone', `<div dir="auto">${text}</div><div><br></div>`],
  ['an address that is written out', `<p>${text} <a href="https://help.example/">help.example</a></p>`],
  ['a link to an address', `<p>${text} <a href="mailto:max@kunde.example">max@kunde.example</a></p>`],
  ['a table that only holds the layout', `<table><tr><td>${text}</td></tr></table>`],
  ['a speck that counts readers', `<p>${text}<img src="https://track.example/p.gif" width="1" height="1"></p>`],
  ['empty emphasis', `<p><b></b>${text}</p><ul></ul>`],
  ['grey on white', `<p style="color:#333333;background-color:white">${text}</p>`],
  ['HTML past the bounds', `${'<div>'.repeat(9_000)}<b>${text}</b>`],
])('HTML with %s says no more than its text (M05)', (_, html) => {
  expect(saysMore(html, `${text} help.example max@kunde.example`)).toBe(false);
});

test.each([
  ['a picture', `<p>${text}</p><img src="cid:a@b">`],
  ['a picture from elsewhere', `<p>${text}</p><img src="https://cdn.example/a.png">`],
  ['a table', `<p>${text}</p><table><tr><td>PC</td><td>Drucker</td></tr></table>`],
  ['emphasis', `<p>${text} <b>Drucker</b></p>`],
  ['an answer in red', `<p>${text}</p><p style="color:red">nicht</p>`],
  ['an answer in red of an old program', `<p>${text}</p><font color="#ff0000">nicht</font>`],
  ['a list', `<p>${text}</p><ul><li>Drucker</li></ul>`],
  ['struck words', `<p>${text} <span style="text-decoration: line-through">Drucker</span></p>`],
  ['a named link', `<p>${text} <a href="https://help.example/a">Drucker</a></p>`],
])('HTML with %s says more (M05)', (_, html) => {
  expect(saysMore(html, text)).toBe(true);
});

test('HTML whose text only says that there is HTML says more (M05)', () => {
  expect(saysMore(`<p>${text}</p>`, 'Diese Mail enthält HTML.')).toBe(true);
});
