import { describe, expect, test } from 'vitest';
import { plainText, shortened, wrapped } from '../../src/outbox/templates/plain-text.ts';
import { renderLetter } from '../../src/outbox/templates/render-letter.ts';
import { letterKinds } from '../../src/rules/letter-kinds.ts';
import { aQuotedArticle, letterFacts } from '../support/letter-facts.ts';

const octets = (text: string) => new TextEncoder().encode(text).length;
const longest = (text: string) => Math.max(...text.split('\n').map(octets));
const long = 'Ein langer Satz mit vielen Wörtern. '.repeat(2000);

describe('a letter', () => {
  test('of 500 long articles stays small and says where the rest is (S5)', () => {
    const earlier = Array.from({ length: 500 }, (_, at) => aQuotedArticle({ id: 500 - at, text: `${500 - at}: ${long}` }));
    const { text, html } = renderLetter(letterFacts({ earlier }));

    expect(octets(text)).toBeLessThan(20_000);
    expect(octets(html)).toBeLessThan(30_000);
    expect(text).toContain('> 500: Ein langer Satz');
    expect(text).toContain('[…] Der Rest dieses Textes steht im Portal.');
    expect(text).toContain('499 ältere Beiträge stehen im Portal.');
  });

  test('quotes ten short articles at most, newest first (S5)', () => {
    const earlier = Array.from({ length: 30 }, (_, at) => aQuotedArticle({ text: `Nachricht ${30 - at}.` }));
    const { text } = renderLetter(letterFacts({ language: 'en', earlier }));

    expect(text.match(/Nachricht \d+/g)).toEqual(Array.from({ length: 10 }, (_, at) => `Nachricht ${30 - at}`));
    expect(text).toContain('20 older entries are in the portal.');
  });

  test('without earlier articles has no empty conversation', () => {
    expect(renderLetter(letterFacts({ earlier: [] })).text).not.toContain('Verlauf');
  });

  test('of the longest answer with hostile characters stays below two megabytes (P12)', () => {
    const { text, html } = renderLetter(letterFacts({ article: aQuotedArticle({ text: '"'.repeat(5_000_000) }) }));
    expect(octets(text) + octets(html)).toBeLessThan(2_000_000);
  });

  test('names twenty files of a thousand', () => {
    const attachments = Array.from({ length: 1000 }, (_, at) => ({ name: `${at}.png`, size: 1, url: null }));
    const { text } = renderLetter(letterFacts({ article: aQuotedArticle({ attachments }) }));
    expect(text).toContain('- 19.png (1 B)\n- und 980 weitere');
  });

  test.each(letterKinds)('%s has no line over 998 octets, whatever is written in it (RFC 5322)', (kind) => {
    const article = aQuotedArticle({ text: `${'ä'.repeat(5000)}\n> ${'x '.repeat(3000)}\n${long}\nhttps://a.example/${'b'.repeat(1900)}`, by: { ...aQuotedArticle().by, name: 'ü'.repeat(5000) } });
    const { text, html } = renderLetter(letterFacts({ kind, toStaff: true, article, earlier: [article], subject: 'ö'.repeat(5000) }));

    expect(longest(text)).toBeLessThanOrEqual(998);
    expect(longest(html.replaceAll(/ä{500,}|https:\/\/a\.example\/b+/g, ''))).toBeLessThanOrEqual(998);
  });

  test.each(letterKinds)('%s keeps its own words within 72 columns', (kind) => {
    const { text } = renderLetter(letterFacts({ kind, article: aQuotedArticle({ text: long }), earlier: [aQuotedArticle({ text: long })] }));
    const wide = text.split('\n').filter((line) => line.length > 76 && !line.startsWith('https://'));
    expect(wide).toEqual([]);
  });
});

describe('wrapping', () => {
  test.each([
    ['aaa bbb ccc', 7, ['aaa bbb', 'ccc']],
    ['aaa  bbb', 4, ['aaa', 'bbb']],
    ['a\n\nb', 7, ['a', '', 'b']],
    ['https://a.example/long-address x', 10, ['https://a.example/long-address', 'x']],
    ['    code that is wide and kept', 10, ['    code that is wide and kept']],
    ['> somebody else’s quote, kept', 10, ['> somebody else’s quote, kept']],
  ])('breaks %j at %i between words', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  test('never splits a character', () => {
    expect(wrapped('😀'.repeat(1000), 72).join('')).toBe('😀'.repeat(1000));
    expect(shortened('😀'.repeat(10), 5).isWellFormed()).toBe(true);
  });

  test('cuts between words', () => {
    expect(shortened('eins zwei drei', 11)).toBe('eins zwei');
    expect(shortened('eins zwei', 9)).toBe('eins zwei');
  });

  test('cleans line ends, controls and gaps', () => {
    expect(plainText('\r\n a \r\nb\u0007\tc\n\n\n\n\n\nd\n')).toBe(' a\nb    c\n\n\nd');
  });

  // In quadratic time this would take hours.
  test('ends, however long the text of one character is', { timeout: 300_000 }, () => {
    for (const text of ['> '.repeat(500_000), ' '.repeat(1_000_000), 'http://'.repeat(150_000), '&'.repeat(1_000_000), '\n'.repeat(1_000_000), '.'.repeat(1_000_000), 'http://a.example/' + ')'.repeat(1_000_000)]) {
      expect(renderLetter(letterFacts({ article: aQuotedArticle({ text }), earlier: [aQuotedArticle({ text })] })).text).not.toBe('');
    }
  });
});
