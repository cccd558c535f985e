import { describe, expect, test } from 'vitest';
import { ownPath } from '../../src/portal/own-path.ts';
import { linkParts } from '../../src/portal/parts/linked-text.tsx';
import { askedPage, pageLink } from '../../src/portal/parts/page-links.tsx';
import { disposition } from '../../src/portal/tickets/disposition.ts';
import { readAddresses } from '../../src/portal/tickets/read-addresses.ts';
import { shownImageType } from '../../src/portal/tickets/shown-image.ts';

test.each([
  ['/desk', 1, '/desk'],
  ['/desk', 3, '/desk?page=3'],
  ['/desk?view=open', 3, '/desk?view=open&page=3'],
])('page %2$i of %1$s is at %3$s (W01)', (base, page, link) => {
  expect(pageLink(base, page)).toBe(link);
});

test.each([[undefined, 1], ['2', 2], ['0', 1], ['-1', 1], ['1e3', 1], ['9999999', 1], ['x', 1]])('?page=%s means page %i (W01)', (query, page) => {
  expect(askedPage(query)).toBe(page);
});

test.each([
  ['/tickets/7?x=1#y', '/tickets/7?x=1#y'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/a\\b', '/'],
  ['https://evil.example', '/'],
  ['/a\r\nSet-Cookie: x', '/'],
  ['', '/'],
])('%j leads back to %s (SW21)', (asked, path) => {
  expect(ownPath(asked)).toBe(path);
});

describe('web addresses in a text', () => {
  test.each([
    ['see https://a.example/b?c=d.', ['https://a.example/b?c=d']],
    ['(https://a.example/x)', ['https://a.example/x']],
    ['https://a.example/x_(y)', ['https://a.example/x_(y)']],
    ['javascript:alert(1) file:///etc ftp://a', []],
    ['http://', []],
  ])('%j has the links %j (W06)', (text, links) => {
    expect(linkParts(text).filter((part) => part.link).map((part) => part.text)).toEqual(links);
  });

  test('lose nothing of the text, however odd it is (M08)', () => {
    const text = `a https://x.example/${')'.repeat(20_000)} b ${'http://'.repeat(5_000)}`;

    expect(linkParts(text).map((part) => part.text).join('')).toBe(text);
  });
});

test.each([
  ['Bericht.pdf', `attachment; filename="Bericht.pdf"; filename*=UTF-8''Bericht.pdf`],
  ['Prüfung "1".pdf', `attachment; filename="Prufung _1_.pdf"; filename*=UTF-8''Pr%C3%BCfung%20%221%22.pdf`],
  ['a\r\nX: y', `attachment; filename="aX_ y"; filename*=UTF-8''a%0D%0AX%3A%20y`],
  ['報告', `attachment; filename="file"; filename*=UTF-8''%E5%A0%B1%E5%91%8A`],
  ['\ud800', `attachment; filename="file"; filename*=UTF-8''%EF%BF%BD`],
])('a download named %j says so in ASCII and in UTF-8 (W07)', (name, header) => {
  expect(disposition('attachment', name)).toBe(header);
});

test.each([
  ['a png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0], 'image/png'],
  ['a jpeg', [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0], 'image/jpeg'],
  ['a gif', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0, 0, 0, 0, 0, 0], 'image/gif'],
  ['a webp', [0x52, 0x49, 0x46, 0x46, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50], 'image/webp'],
  ['WEBP without RIFF', [0, 0, 0, 0, 1, 2, 3, 4, 0x57, 0x45, 0x42, 0x50], null],
  ['an svg', [...new TextEncoder().encode('<svg xmlns=""')], null],
  ['nothing', [], null],
])('%s is shown as %s or is a download, whatever its name says (W07)', (_, bytes, type) => {
  expect(shownImageType(Uint8Array.from(bytes))).toBe(type);
});

test.each([
  ['a@x.example, b@x.example; c@x.example d@x.example', ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'], []],
  ['Anna Muster <Anna@X.example>\nanna@x.example', ['anna@x.example'], []],
  ['inga, a@x.example', ['a@x.example'], ['inga']],
  ['', [], []],
])('%j names %j (S17)', (typed, addresses, wrong) => {
  expect(readAddresses(typed)).toEqual({ addresses, wrong });
});
