import { describe, expect, test } from 'vitest';
import { readerLanguage } from '../../src/portal/reader-language.ts';

describe('the language of a reader whom we do not know', () => {
  test.each<[string | undefined, string | undefined, 'de' | 'en' | null]>([
    ['en', 'de-DE', 'en'],
    ['de', undefined, 'de'],
    ['fr', 'en-GB', 'en'],
    [undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
    [undefined, 'EN-us', 'en'],
    [undefined, 'fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'en'],
    [undefined, 'en;q=0.3, de;q=0.8', 'de'],
    [undefined, 'de;q=0, en;q=0.1', 'en'],
    [undefined, 'de;q=nonsense, en', 'en'],
    [undefined, 'nds-DE', null],
    [undefined, '*', null],
    [undefined, '', null],
    [undefined, undefined, null],
    [undefined, ','.repeat(100_000), null],
  ])('chosen %j, browser %j: %j', (chosen, accepted, language) => {
    expect(readerLanguage(chosen, accepted)).toBe(language);
  });
});
