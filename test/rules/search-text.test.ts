import { describe, expect, test } from 'vitest';
import { excerpt, fold, hitsIn, soughtWords, wordsOf, type Part } from '../../src/rules/search-text.ts';

describe('text as the search compares it', () => {
  test.each([
    ['Straße', 'STRASSE'],
    ['Müller', 'Mueller'],
    ['Müller', 'muller'],
    ['Öl', 'oel'],
    ['Café', 'cafe'],
    ['Łódź', 'lodz'],
    ['ﬁnden', 'finden'],
    ['Bü\u0308ro'.normalize('NFD'), 'Büro'],
    ['ΟΔΟΣ', 'οδος'],
    ['neue Steuer', 'Neue STEUER'],
  ])('%s and %s are the same', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test('words are letters and digits, each once, in order', () => {
    expect(wordsOf('Der Drucker (HP-4711) im 2. Stock: der druckt nicht!')).toEqual(['der', 'drucker', 'hp', '4711', 'im', '2', 'stock', 'druckt', 'nicht']);
  });

  test('a key of a thousand letters is compared by its beginning', () => {
    expect(wordsOf('x'.repeat(1000))).toEqual(['x'.repeat(40)]);
  });

  test('of a long query, the first words count', () => {
    expect(soughtWords('a b c d e f g h i j')).toHaveLength(8);
  });
});

describe('hits', () => {
  test.each([
    ['Unser Netzwerkdrucker streikt', 'drucker', 'Unser Netzwerk[drucker] streikt'],
    ['In der Straße 5', 'strasse', 'In der [Straße] 5'],
    ['Herr Mueller und Frau Müller', 'müller', 'Herr [Mueller] und Frau [Müller]'],
    ['Büro-PC und Spckran', 'pc', 'Büro-[PC] und Spckran'],
    ['<b>Drucker</b>', 'drucker', '<b>[Drucker]</b>'],
    ['Drucker druckt', 'drucker druckt', '[Drucker] [druckt]'],
    ['nichts davon', 'drucker', 'nichts davon'],
    ['Steuererklärung', 'erklärung', 'Steuer[erklärung]'],
    ['', 'drucker', ''],
  ])('in "%s" of "%s" are "%s"', (text, typed, marked) => {
    expect(shown(hitsIn(text, soughtWords(typed)))).toBe(marked);
  });

  test('cut nothing off the text', () => {
    const text = 'Äpfel 👩‍💻 ﬁx ß œuvre e\u0301cole ueber Größe';

    const whole = hitsIn(text, soughtWords('fix ss ecole über')).map((part) => part.text).join('');

    expect(whole).toBe(text);
  });

  test('an excerpt is a stretch around the first of them', () => {
    const text = `${'Vorweg viel Text. '.repeat(20)}Der Drucker\nim Keller. ${'Danach noch mehr. '.repeat(20)}`;

    const parts = excerpt(text, ['drucker'], 80) ?? [];

    expect(shown(parts)).toMatch(/^… .*Der \[Drucker\] im Keller\..* …$/);
    expect(excerpt(text, ['scanner'], 80)).toBeNull();
  });
});

function shown(parts: Part[]): string {
  return parts.map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');
}
